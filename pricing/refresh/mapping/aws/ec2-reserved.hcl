# Reserved instances of Linux: what is paid at once and by the hour, by the hours
# of the term. Partial upfront has no key.
list "AmazonEC2" {
  price "ec2/{instanceType}/linux/ri1y-std-no" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Linux", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances"
      usagetype       = "~BoxUsage* | ~BoxUsage"
    }
    term  = { LeaseContractLength = "1yr", OfferingClass = "standard", PurchaseOption = "No Upfront" }
    over  = "8760"
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/linux/ri3y-std-no" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Linux", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances"
      usagetype       = "~BoxUsage* | ~BoxUsage"
    }
    term  = { LeaseContractLength = "3yr", OfferingClass = "standard", PurchaseOption = "No Upfront" }
    over  = "26280"
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/linux/ri1y-std-all" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Linux", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances"
      usagetype       = "~BoxUsage* | ~BoxUsage"
    }
    term  = { LeaseContractLength = "1yr", OfferingClass = "standard", PurchaseOption = "All Upfront" }
    over  = "8760"
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/linux/ri3y-std-all" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Linux", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances"
      usagetype       = "~BoxUsage* | ~BoxUsage"
    }
    term  = { LeaseContractLength = "3yr", OfferingClass = "standard", PurchaseOption = "All Upfront" }
    over  = "26280"
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/linux/ri1y-conv-no" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Linux", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances"
      usagetype       = "~BoxUsage* | ~BoxUsage"
    }
    term  = { LeaseContractLength = "1yr", OfferingClass = "convertible", PurchaseOption = "No Upfront" }
    over  = "8760"
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/linux/ri3y-conv-no" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Linux", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances"
      usagetype       = "~BoxUsage* | ~BoxUsage"
    }
    term  = { LeaseContractLength = "3yr", OfferingClass = "convertible", PurchaseOption = "No Upfront" }
    over  = "26280"
    unit  = "hour"
    units = { Hrs = 1 }
  }
}
