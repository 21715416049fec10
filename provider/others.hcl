# Vendors that are on several clouds. Their services are graded for lock-in
# (lockin/others.tsv); their prices and types we do not know.

provider "auth0" {
  names = ["auth0/auth0"]
}

provider "cloudflare" {
  names = ["cloudflare/cloudflare"]
}

provider "confluent" {
  names = ["confluentinc/confluent"]
}

provider "databricks" {
  names = ["databricks/databricks"]
}

provider "datadog" {
  names = ["datadog/datadog"]
}

provider "helm" {
  names = ["hashicorp/helm"]
}

provider "kubernetes" {
  names = ["hashicorp/kubernetes"]
}

provider "mongodbatlas" {
  names = ["mongodb/mongodbatlas"]
}

provider "newrelic" {
  names = ["newrelic/newrelic"]
}

provider "okta" {
  names = ["okta/okta"]
}

provider "snowflake" {
  names = ["snowflakedb/snowflake", "snowflake-labs/snowflake"]
}
