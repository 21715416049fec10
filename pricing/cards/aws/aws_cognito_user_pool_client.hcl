# A client is free unless machines sign in with it (client credentials): then the
# client by the month, and the tokens it asks for. The users of all others are
# billed on the pool.
resource "aws_cognito_user_pool_client" {
  assume "allowed_oauth_flows" {
    value = []
    why   = "no flow is allowed"
  }

  usage "monthly_token_requests" {
    unit        = "tokens"
    description = "tokens that machines ask for a month"
  }

  let {
    machines = contains([for f in coalesce(self.allowed_oauth_flows, []) : lower(f)], "client_credentials")
  }

  cost "client" {
    when     = let.machines
    quantity = 1
    unit     = "month"
    price    = "cognito/m2m-app-client"
  }

  cost "tokens" {
    when     = let.machines
    quantity = usage.monthly_token_requests / 1000
    unit     = "1k-tokens"
    price    = "cognito/m2m-token"
  }

  uses "client" {
    when = let.machines
    gap  = "no source gives the energy of a token"
  }

  example "for machines" {
    given   = { allowed_oauth_flows = ["client_credentials"] }
    usage   = { monthly_token_requests = 100000 }
    want    = { client = 1, tokens = 100 }
    monthly = "231.00"
    prices  = { "cognito/m2m-app-client" = 6, "cognito/m2m-token" = 2.25 }
    source  = "aws.amazon.com/cognito/pricing, us-east-1, 2025-03"
    status  = "priced"
  }

  example "for people" {
    given  = { allowed_oauth_flows = ["code"] }
    want   = {}
    status = "free"
  }

  example "nothing said" {
    given   = { allowed_oauth_flows = unknown }
    omitted = ["allowed_oauth_flows"]
    want    = {}
    status  = "free"
  }

  example "flows known only after apply" {
    given  = { allowed_oauth_flows = unknown }
    want   = {}
    gaps   = ["client", "tokens"]
    status = "gap"
  }
}
