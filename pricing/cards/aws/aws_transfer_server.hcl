# A Transfer Family server: hours of every protocol it offers, running or
# stopped, and data up and down by use. SFTP alone when no protocol is said. AS2
# is billed by message.
resource "aws_transfer_server" {
  assume "protocols" {
    value = ["SFTP"]
    why   = "SFTP, the default"
  }

  usage "monthly_data_uploaded_gb" {
    unit        = "GB"
    description = "data uploaded in a month"
  }
  usage "monthly_data_downloaded_gb" {
    unit        = "GB"
    description = "data downloaded in a month"
  }
  usage "monthly_as2_messages" {
    unit        = "messages"
    description = "AS2 messages received and sent in a month"
  }

  let {
    protocols = [for p in coalesce(self.protocols, ["SFTP"]) : lower(p)]
    files     = [for p in let.protocols : p if p != "as2"]
    # All file protocols cost the same by the GB.
    file = length(let.files) > 0 ? let.files[0] : "sftp"
  }

  cost "endpoint" {
    for_each = let.protocols
    name     = "${upper(each.value)} endpoint"
    quantity = hours
    unit     = "hour"
    price    = "transfer/${each.value}/endpoint"
  }

  cost "upload" {
    when     = length(let.files) > 0
    quantity = usage.monthly_data_uploaded_gb
    unit     = "GB"
    price    = "transfer/${let.file}/upload"
  }

  cost "download" {
    when     = length(let.files) > 0
    quantity = usage.monthly_data_downloaded_gb
    unit     = "GB"
    price    = "transfer/${let.file}/download"
  }

  cost "AS2 messages" {
    when     = contains(let.protocols, "as2")
    quantity = usage.monthly_as2_messages
    unit     = "message"
    price    = "transfer/as2/inbound"
  }

  uses "endpoint" {
    gap = "no figure for what the provider runs for an endpoint"
  }

  example "SFTP, which is the default" {
    given   = { protocols = unknown }
    omitted = ["protocols"]
    usage   = { monthly_data_uploaded_gb = 50, monthly_data_downloaded_gb = 10 }
    want    = { "SFTP endpoint" = 730, upload = 50, download = 10 }
    monthly = "221.40"
    prices  = { "transfer/sftp/endpoint" = 0.3, "transfer/sftp/upload" = 0.04, "transfer/sftp/download" = 0.04 }
    source  = "aws.amazon.com/aws-transfer-family/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "three protocols, no use given" {
    given  = { protocols = ["AS2", "FTPS", "SFTP"] }
    want   = { "SFTP endpoint" = 730, "FTPS endpoint" = 730, "AS2 endpoint" = 730 }
    unused = ["upload", "download", "AS2 messages"]
    status = "partial"
  }

  example "protocols known only after apply" {
    given  = { protocols = unknown }
    usage  = { monthly_data_uploaded_gb = 50, monthly_data_downloaded_gb = 10, monthly_as2_messages = 0 }
    want   = {}
    gaps   = ["endpoint", "upload", "download", "AS2 messages"]
    status = "gap"
  }
}
