# A processor of Document AI: pages, by what reads them. The catalogue has
# Enterprise Document OCR up to five million pages a month, and the layout
# parser.
resource "google_document_ai_processor" {
  usage "monthly_pages" {
    unit        = "pages"
    description = "pages processed"
  }

  let {
    kinds = { OCR_PROCESSOR = "ocr", LAYOUT_PARSER_PROCESSOR = "layout-parser" }
    kind  = lookup(let.kinds, upper(self.type), lower(replace(self.type, "_", "-")))
  }

  cost "pages" {
    quantity = usage.monthly_pages / 1000
    unit     = "1k-pages"
    price    = "document-ai/${let.kind}"
  }

  uses "service" {
    gap = "no figure exists for a share of Document AI"
  }

  example "100,000 pages of text" {
    given   = { type = "OCR_PROCESSOR" }
    usage   = { monthly_pages = 100000 }
    want    = { pages = 100 }
    status  = "priced"
    monthly = "150.00"
    prices  = { "document-ai/ocr" = 1.5 }
    source  = "cloud.google.com/document-ai/pricing, 2026-06"
  }

  example "layout" {
    given = { type = "LAYOUT_PARSER_PROCESSOR" }
    usage = { monthly_pages = 1000 }
    want  = { pages = 1 }
  }

  example "forms: no price here" {
    given  = { type = "FORM_PARSER_PROCESSOR" }
    usage  = { monthly_pages = 1000 }
    want   = {}
    gaps   = ["pages"]
    status = "gap"
  }

  example "no use given" {
    given  = { type = "OCR_PROCESSOR" }
    want   = {}
    unused = ["pages"]
    status = "usage"
  }
}
