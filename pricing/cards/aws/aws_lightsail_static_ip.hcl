# A static address: free while attached, hours of it while not, the first hour
# excepted. Attached is what aws_lightsail_static_ip_attachment says.
resource "aws_lightsail_static_ip" {
  ref "attachment" {
    by = ["aws_lightsail_static_ip_attachment"]
  }

  cost "unattached" {
    when     = refs.attachment == null
    quantity = hours
    unit     = "hour"
    price    = "lightsail/static-ip/unused"
  }

  example "not attached" {
    given   = { name = "ip" }
    want    = { unattached = 730 }
    monthly = "3.645" # 729 x 0.005
    prices  = { "lightsail/static-ip/unused" = 0.005 }
    source  = "aws.amazon.com/lightsail/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "attached" {
    given  = { name = unknown }
    refs   = { attachment = { instance_name = unknown } }
    want   = {}
    status = "free"
  }
}
