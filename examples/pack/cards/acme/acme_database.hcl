# A database of Acme's own platform, which it charges its teams for by the hour.
resource "acme_database" {
  cost "database" {
    quantity = hours
    unit     = "hour"
    price    = "database/${coalesce(self.size, "small")}"
  }

  uses "servers" { gap = "the platform does not say what a database draws" }

  example "a large one" {
    region  = "berlin"
    given   = { size = "large" }
    want    = { database = 730 }
    prices  = { "database/large" = 0.40 }
    monthly = "292" # 730 x 0.40
    source  = "prices/platform.csv"
  }
}
