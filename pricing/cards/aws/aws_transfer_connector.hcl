# A connector: with SFTP, calls and gigabytes moved; with AS2, messages sent. It
# costs nothing while it is not used.
resource "aws_transfer_connector" {
  assume "as2_config" {
    value = []
    why   = "no AS2"
  }
  assume "sftp_config" {
    value = []
    why   = "no SFTP"
  }

  usage "monthly_calls" {
    unit        = "calls"
    description = "files sent or fetched, and listings, a month"
  }
  usage "monthly_data_gb" {
    unit        = "GB"
    description = "data moved a month"
  }
  usage "monthly_as2_messages" {
    unit        = "messages"
    description = "AS2 messages sent a month"
  }

  let {
    sftp = length(first(self.sftp_config, [])) > 0
    as2  = length(first(self.as2_config, [])) > 0
  }

  cost "SFTP calls" {
    when     = let.sftp
    quantity = usage.monthly_calls
    unit     = "call"
    price    = "transfer/sftp-connector/call"
  }
  cost "SFTP data" {
    when     = let.sftp
    quantity = usage.monthly_data_gb
    unit     = "GB"
    price    = "transfer/sftp-connector/data"
  }
  cost "AS2 messages" {
    when     = let.as2
    quantity = usage.monthly_as2_messages
    unit     = "message"
    price    = "transfer/as2/outbound"
  }

  uses "connector" {
    gap = "no figure for what the provider runs for a connector"
  }

  example "SFTP" {
    given   = { sftp_config = [{ trusted_host_keys = ["ssh-ed25519 …"] }], as2_config = [] }
    usage   = { monthly_calls = 1000, monthly_data_gb = 50 }
    want    = { "SFTP calls" = 1000, "SFTP data" = 50 }
    monthly = "21.00"
    prices  = { "transfer/sftp-connector/call" = 0.001, "transfer/sftp-connector/data" = 0.40 }
    source  = "aws.amazon.com/aws-transfer-family/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "AS2" {
    given   = { as2_config = [{ compression = "DISABLED" }], sftp_config = [] }
    usage   = { monthly_as2_messages = 1000 }
    want    = { "AS2 messages" = 1000 }
    monthly = "10.00"
    prices  = { "transfer/as2/outbound" = 0.01 }
    source  = "aws.amazon.com/aws-transfer-family/pricing, us-east-1, 2025-06"
  }

  example "use not given" {
    given  = { sftp_config = [{ trusted_host_keys = [] }], as2_config = [] }
    want   = {}
    unused = ["SFTP calls", "SFTP data"]
    status = "usage"
  }

  example "kind known only after apply" {
    given  = { sftp_config = unknown, as2_config = [] }
    usage  = { monthly_calls = 1000, monthly_data_gb = 50 }
    want   = {}
    gaps   = ["SFTP calls", "SFTP data"]
    status = "gap"
  }
}
