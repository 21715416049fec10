# Machines by the size that Azure's compute API knows. The product says the
# system, the SKU whether it is spot; a reservation's price is for its whole term.
list "Virtual Machines" {
  price "vm/{armSkuName}/linux/on-demand" {
    where = {
      type        = "Consumption", armSkuName = "Standard_* | Basic_*"
      productName = "!*Windows* | !*Cloud Services* | !*CloudServices* | !*Dedicated Host*"
      skuName     = "!*Spot* | !*Low Priority*", meterName = "!*Spot* | !*Low Priority* | !*Expired*"
    }
    unit = "hour"
  }
  price "vm/{armSkuName}/windows/on-demand" {
    where = {
      type    = "Consumption", armSkuName = "Standard_* | Basic_*", productName = "*Windows*"
      skuName = "!*Spot* | !*Low Priority*", meterName = "!*Spot* | !*Low Priority* | !*Expired*"
    }
    unit = "hour"
  }
  price "vm/{armSkuName}/linux/spot" {
    where = {
      type        = "Consumption", armSkuName = "Standard_*", skuName = "* Spot"
      productName = "!*Windows* | !*Cloud Services* | !*CloudServices* | !*Dedicated Host*"
    }
    unit = "hour"
  }
  price "vm/{armSkuName}/windows/spot" {
    where = { type = "Consumption", armSkuName = "Standard_*", skuName = "* Spot", productName = "*Windows*" }
    unit  = "hour"
  }
  price "vm/{armSkuName}/linux/ri1y" {
    where = { type = "Reservation", term = "1 Year", armSkuName = "Standard_*", productName = "!*Windows* | !*Dedicated Host*" }
    over  = "8760"
    unit  = "hour"
  }
  price "vm/{armSkuName}/linux/ri3y" {
    where = { type = "Reservation", term = "3 Years", armSkuName = "Standard_*", productName = "!*Windows* | !*Dedicated Host*" }
    over  = "26280"
    unit  = "hour"
  }
  price "vm/{armSkuName}/linux/sp1y" {
    where = {
      type        = "SavingsPlan", term = "1 Year", armSkuName = "Standard_*", skuName = "!*Spot* | !*Low Priority*"
      productName = "!*Windows* | !*Cloud Services* | !*CloudServices* | !*Dedicated Host*"
    }
    unit = "hour"
  }
  price "vm/{armSkuName}/linux/sp3y" {
    where = {
      type        = "SavingsPlan", term = "3 Years", armSkuName = "Standard_*", skuName = "!*Spot* | !*Low Priority*"
      productName = "!*Windows* | !*Cloud Services* | !*CloudServices* | !*Dedicated Host*"
    }
    unit = "hour"
  }
  price "dedicated-host/{armSkuName}/on-demand" {
    where = { type = "Consumption", productName = "*Dedicated Host*" }
    unit  = "hour"
    known = true
  }
}
