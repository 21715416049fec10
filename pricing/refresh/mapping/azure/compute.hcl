# What runs without machines of one's own. Short names are of SKU and meter.
list "Azure App Service" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "app-service/linux/{tier}/{sku}" {
    where = { type = "Consumption", product = "azure-app-service-{tier}-plan-linux" }
    known = true
  }
  price "app-service/windows/{tier}/{sku}" {
    where = { type = "Consumption", product = "azure-app-service-{tier}-plan" }
    known = true
  }
}
list "Azure Kubernetes Service" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "aks/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Container Registry" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "acr/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Container Instances" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "aci/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Azure Container Apps" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "container-apps/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Functions" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "functions/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Logic Apps" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "API Management" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
