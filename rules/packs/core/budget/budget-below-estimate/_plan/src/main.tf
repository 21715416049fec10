terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "5.2.0"
    }

    google = {
      source  = "hashicorp/google"
      version = "7.45.0"
    }
  }
}

provider "azurerm" {
  subscription_id = "00000000-0000-0000-0000-000000000000"

  features {}
}

provider "google" {
  project = "ledger"
  region  = "europe-west4"
}

# What is spent on each cloud.
resource "google_compute_instance" "ledger" {
  name         = "ledger"
  machine_type = "n2-standard-8"
  zone         = "europe-west4-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
      size  = 50
    }
  }

  network_interface {
    network = "default"
  }
}

resource "azurerm_resource_group" "ledger" {
  name     = "ledger"
  location = "westeurope"
}

resource "azurerm_service_plan" "ledger" {
  name                = "ledger"
  resource_group_name = azurerm_resource_group.ledger.name
  location            = azurerm_resource_group.ledger.location
  os_type             = "Linux"
  sku_name            = "P1v3"
}

# A hundred a month for a machine of some three hundred.
resource "google_billing_budget" "bad" {
  billing_account = "000000-000000-000000"
  display_name    = "bad"

  amount {
    specified_amount {
      currency_code = "USD"
      units         = "100"
    }
  }

  threshold_rules {
    threshold_percent = 0.9
  }
}

resource "google_billing_budget" "good" {
  billing_account = "000000-000000-000000"
  display_name    = "good"

  amount {
    specified_amount {
      currency_code = "USD"
      units         = "900"
    }
  }

  threshold_rules {
    threshold_percent = 0.9
  }
}

# Says nothing about the whole: it is for one service.
resource "google_billing_budget" "good_service" {
  billing_account = "000000-000000-000000"
  display_name    = "good service"

  budget_filter {
    services = ["services/24E6-581D-38E5"]
  }

  amount {
    specified_amount {
      currency_code = "USD"
      units         = "10"
    }
  }

  threshold_rules {
    threshold_percent = 0.9
  }
}

# Fifty a month, written as a quarter.
resource "azurerm_consumption_budget_subscription" "bad" {
  name            = "bad"
  subscription_id = "/subscriptions/00000000-0000-0000-0000-000000000000"
  amount          = 150
  time_grain      = "Quarterly"

  time_period {
    start_date = "2026-10-01T00:00:00Z"
  }

  notification {
    operator       = "GreaterThan"
    threshold      = 90
    threshold_type = "Forecasted"
    contact_roles  = ["Owner"]
  }
}

resource "azurerm_consumption_budget_subscription" "good" {
  name            = "good"
  subscription_id = "/subscriptions/00000000-0000-0000-0000-000000000000"
  amount          = 6000
  time_grain      = "Annually"

  time_period {
    start_date = "2026-10-01T00:00:00Z"
  }

  notification {
    operator      = "GreaterThan"
    threshold     = 90
    contact_roles = ["Owner"]
  }
}

# Whether this one holds, only apply will know.
resource "terraform_data" "limit" {
  input = 40
}

resource "azurerm_consumption_budget_subscription" "later" {
  name            = "later"
  subscription_id = "/subscriptions/00000000-0000-0000-0000-000000000000"
  amount          = terraform_data.limit.output

  time_period {
    start_date = "2026-10-01T00:00:00Z"
  }

  notification {
    operator      = "GreaterThan"
    threshold     = 90
    contact_roles = ["Owner"]
  }
}

# Unknown too, and of no account: it filters.
resource "azurerm_consumption_budget_subscription" "good_later" {
  name            = "good-later"
  subscription_id = "/subscriptions/00000000-0000-0000-0000-000000000000"
  amount          = terraform_data.limit.output

  filter {
    tag {
      name   = "team"
      values = ["ledger"]
    }
  }

  time_period {
    start_date = "2026-10-01T00:00:00Z"
  }

  notification {
    operator      = "GreaterThan"
    threshold     = 90
    contact_roles = ["Owner"]
  }
}
