# A deployment of a model. By token: millions of them that go in, come back from
# the cache, and come out, at a price by model, version and kind of deployment:
# global, within a data zone (a tenth dearer) or in one region; batches cost half.
# Provisioned: hours of each unit of its capacity, used or not; the capacity of a
# deployment by token is a limit on its rate and costs nothing.
#
# Prices of global and data zone deployments are the same in every region. A model
# of which versions differ in price has to say its version.
resource "azurerm_cognitive_deployment" {
  usage "monthly_language_input_tokens" {
    unit        = "tokens"
    description = "tokens sent to the model a month, embeddings included"
  }
  usage "monthly_language_cached_input_tokens" {
    unit        = "tokens"
    default     = null
    description = "tokens sent a month that the model still had in its cache"
  }
  usage "monthly_language_output_tokens" {
    unit        = "tokens"
    description = "tokens that came back a month, reasoning included"
  }
  usage "monthly_code_interpreter_sessions" {
    unit        = "sessions"
    default     = null
    description = "sessions of the code interpreter a month"
  }
  usage "monthly_audio_hours" {
    unit        = "hours"
    description = "hours of speech a month, for Whisper"
  }
  usage "monthly_images" {
    unit        = "images"
    description = "standard images a month of 1024 by 1024, for DALL-E 3"
  }

  let {
    model   = lower(get(self.model, "name"))
    version = lower(coalesce(get(self.model, "version"), "none"))
    # The older form says the kind of deployment in a block of another name.
    sku   = lower(first(get(self.sku, "name"), get(self.scale, "type")))
    scope = startswith(let.sku, "global") ? "global" : startswith(let.sku, "datazone") ? "data-zone" : "regional"
    batch = endswith(let.sku, "batch") ? "batch-" : ""

    provisioned = length(regexall("provisioned", let.sku)) > 0
    embedding   = startswith(let.model, "text-embedding")
    speech      = let.model == "whisper"
    pictures    = startswith(let.model, "dall-e")
    language    = !let.provisioned && !let.embedding && !let.speech && !let.pictures

    # Some models cost the same in all versions, others do not.
    bases = ["foundry-models/${let.model}/${let.version}/${let.scope}/${let.batch}", "foundry-models/${let.model}/${let.scope}/${let.batch}"]
    base  = first(concat([for b in let.bases : b if priced("${b}input")], let.bases)...)
  }

  cost "provisioned throughput" {
    when     = let.provisioned
    quantity = first(get(self.sku, "capacity"), get(self.scale, "capacity"), 1) * hours
    unit     = "hour"
    price    = "foundry-models/provisioned-throughput/${let.scope}/unit"
  }

  cost "input tokens" {
    when     = let.language || let.embedding && !let.provisioned
    quantity = usage.monthly_language_input_tokens / 1000000
    unit     = "1M-tokens"
    price    = "${let.base}input"
  }
  cost "cached input tokens" {
    when     = let.language && usage.monthly_language_cached_input_tokens != null
    quantity = usage.monthly_language_cached_input_tokens / 1000000
    unit     = "1M-tokens"
    price    = "${let.base}cached-input"
  }
  cost "output tokens" {
    when     = let.language
    quantity = usage.monthly_language_output_tokens / 1000000
    unit     = "1M-tokens"
    price    = "${let.base}output"
  }
  cost "code interpreter" {
    when     = let.language && usage.monthly_code_interpreter_sessions != null
    quantity = usage.monthly_code_interpreter_sessions
    unit     = "session"
    price    = "foundry-models/code-interpreter/${let.scope == "regional" ? "regional" : "global"}/session"
  }
  cost "speech" {
    when     = let.speech
    quantity = usage.monthly_audio_hours
    unit     = "hour"
    price    = "foundry-models/whisper/${let.scope == "regional" ? "regional" : "global"}/audio"
  }
  cost "images" {
    when     = let.pictures
    quantity = usage.monthly_images
    unit     = "image"
    price    = "foundry-models/${let.model}/standard-low/image"
  }

  uses "model" { gap = "no figure exists for tokens of a model" }

  example "ten million tokens in, two out" {
    given   = { model = [{ format = "OpenAI", name = "gpt-4o", version = "2024-11-20" }], sku = [{ name = "GlobalStandard", capacity = 100 }] }
    usage   = { monthly_language_input_tokens = 10000000, monthly_language_cached_input_tokens = 2000000, monthly_language_output_tokens = 2000000 }
    want    = { "input tokens" = 10, "cached input tokens" = 2, "output tokens" = 2 }
    status  = "priced"
    monthly = "47.50"
    prices = {
      "foundry-models/gpt-4o/2024-11-20/global/input"        = 2.5
      "foundry-models/gpt-4o/2024-11-20/global/cached-input" = 1.25
      "foundry-models/gpt-4o/2024-11-20/global/output"       = 10
    }
    source = "azure.microsoft.com/pricing/details/azure-openai, 2026-08"
  }

  example "in batches, within the data zone, any version" {
    given   = { model = [{ name = "gpt-4.1", version = "2025-04-14" }], sku = [{ name = "DataZoneBatch" }] }
    usage   = { monthly_language_input_tokens = 1000000 }
    want    = { "input tokens" = 1 }
    unused  = ["output tokens"]
    monthly = "1.10"
    prices  = { "foundry-models/gpt-4.1/data-zone/batch-input" = 1.1 }
    source  = "azure.microsoft.com/pricing/details/azure-openai, 2026-08"
  }

  example "provisioned" {
    given   = { model = [{ name = "gpt-4o", version = "2024-08-06" }], sku = [{ name = "GlobalProvisionedManaged", capacity = 50 }] }
    want    = { "provisioned throughput" = 36500 }
    status  = "priced"
    monthly = "36500"
    prices  = { "foundry-models/provisioned-throughput/global/unit" = 1 }
    source  = "azure.microsoft.com/pricing/details/azure-openai, 2026-08"
  }

  example "embeddings in one region" {
    given  = { model = [{ name = "text-embedding-3-large", version = "1" }], sku = [{ name = "Standard" }] }
    region = "eastus2"
    usage  = { monthly_language_input_tokens = 5000000 }
    want   = { "input tokens" = 5 }
    prices = { "foundry-models/text-embedding-3-large/regional/input" = 0.143 }
  }

  example "a version that is not said, of a model whose versions differ" {
    given  = { model = [{ name = "gpt-4o" }], sku = [{ name = "GlobalStandard" }] }
    usage  = { monthly_language_input_tokens = 1000000 }
    want   = {}
    gaps   = ["input tokens"]
    unused = ["output tokens"]
    status = "gap"
  }

  example "without use" {
    given  = { model = [{ name = "gpt-4o-mini", version = "2024-07-18" }], sku = [{ name = "GlobalStandard", capacity = 10 }] }
    want   = {}
    unused = ["input tokens", "output tokens"]
    status = "usage"
  }
}
