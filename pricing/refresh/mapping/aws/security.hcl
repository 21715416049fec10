# Keys and secrets. Usage types of KMS begin with the region in full.
list "awskms" {
  price "kms/key" {
    where = { usagetype = "~KMS-Keys" }
    unit  = "key-month"
    units = { Keys = 1, keys = 1 }
  }
  price "kms/requests" {
    where = { usagetype = "~KMS-Requests" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
  price "kms/requests/asymmetric" {
    where = { usagetype = "~KMS-Requests-Asymmetric" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
}
list "AWSSecretsManager" {
  price "secretsmanager/secret" {
    where = { usagetype = "~AWSSecretsManager-Secrets" }
    unit  = "secret-month"
    units = { Secrets = 1 }
  }
  price "secretsmanager/requests" {
    where = { usagetype = "~AWSSecretsManagerAPIRequest | ~AWSSecretsManager-APIRequest" }
    unit  = "1k-requests"
    units = { Requests = 1000, Request = 1000, "API Requests" = 1000, "API Calls" = 1000 }
  }
}
list "awswaf" {
  price "waf/web-acl" {
    where = { usagetype = "~WebACLV2" }
    unit  = "acl-month"
    units = { WebACL = 1, WebACLV2 = 1, "Web ACL" = 1, ACL = 1 }
  }
  price "waf/rule" {
    where = { usagetype = "~RuleV2" }
    unit  = "rule-month"
    units = { Rule = 1, RuleV2 = 1, Rules = 1 }
  }
  price "waf/requests" {
    where = { usagetype = "~RequestV2-Tier1 | ~RequestV2" }
    unit  = "1M-requests"
    units = { Requests = 1000000, Request = 1000000, "API Requests" = 1000000, "API Calls" = 1000000 }
  }
}
