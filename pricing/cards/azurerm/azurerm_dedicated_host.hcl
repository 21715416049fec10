# A host of one's own: by the hour, whatever machines run on it; those are then
# free but for their disks and for the licences of Windows and SQL Server, whose
# price on a host is not in the catalogue. The group of hosts is free.
resource "azurerm_dedicated_host" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    # Written DSv3-Type3, and in the catalogue as Azure's price list spells it.
    asked = lower(replace(replace(self.sku_name, "-", ""), "_", ""))
    spelt = {
      dadsv5type1            = "Dadsv5_Type1"
      dasv4type1             = "Dasv4_Type1"
      dasv4type2             = "Dasv4_Type2"
      dasv5type1             = "Dasv5_Type1"
      dasv6type1             = "Dasv6_Type1"
      dcadsv5type1           = "DCadsv5Type1"
      dcadsv6type1           = "DCadsv6_Type1"
      dcasv5type1            = "DCasv5Type1"
      dcasv6type1            = "DCasv6_Type1"
      dcdsv3type1            = "DCdsv3Type1"
      dcsv2type1             = "DCsv2Type1"
      dcsv3type1             = "DCsv3Type1"
      ddsv4type1             = "Ddsv4_Type1"
      ddsv4type2             = "Ddsv4_Type2"
      ddsv5type1             = "Ddsv5_Type1"
      ddsv6type1             = "Ddsv6_Type1"
      dsv3type1              = "Dsv3_Type1"
      dsv3type2              = "Dsv3_Type2"
      dsv3type3              = "Dsv3_Type3"
      dsv3type4              = "Dsv3_Type4"
      dsv4type1              = "Dsv4_Type1"
      dsv4type2              = "Dsv4_Type2"
      dsv5type1              = "Dsv5_Type1"
      dsv6type1              = "Dsv6_Type1"
      eadsv5type1            = "Eadsv5_Type1"
      easv4type1             = "Easv4_Type1"
      easv4type2             = "Easv4_Type2"
      easv5type1             = "Easv5_Type1"
      easv6type1             = "Easv6_Type1"
      ebdsv5type1            = "Ebdsv5-Type1"
      ebsv5type1             = "Ebsv5-Type1"
      ecadsv5type1           = "ECadsv5Type1"
      ecadsv6type1           = "ECadsv6_Type1"
      ecasv5type1            = "ECasv5Type1"
      ecasv6type1            = "ECasv6_Type1"
      edsv4type1             = "Edsv4_Type1"
      edsv4type2             = "Edsv4_Type2"
      edsv5type1             = "Edsv5_Type1"
      esv3type1              = "Esv3_Type1"
      esv3type2              = "Esv3_Type2"
      esv3type3              = "Esv3_Type3"
      esv3type4              = "Esv3_Type4"
      esv4type1              = "Esv4_Type1"
      esv4type2              = "Esv4_Type2"
      esv5type1              = "Esv5_Type1"
      esv6type1              = "Esv6_Type1"
      fsv2type2              = "Fsv2_Type2"
      fsv2type3              = "Fsv2Type3"
      fsv2type4              = "Fsv2_Type4"
      fxmdstype1             = "FXmdsType1"
      lasv3type1             = "Lasv3_Type1"
      lsv2type1              = "Lsv2_Type1"
      lsv3type1              = "Lsv3_Type1"
      mdmsv2medmemtype1      = "Mdmsv2MedMem_Type1"
      mdsv2medmemtype1       = "Mdsv2MedMem_Type1"
      mdsv3medmemtype1       = "Mdsv3MedMem_Type1"
      mmsv2medmemtype1       = "Mmsv2MedMem-Type1"
      msmtype1               = "Msm_Type1"
      msmv2type1             = "Msmv2_Type1"
      mstype1                = "Ms_Type1"
      msv2medmemtype1        = "Msv2MedMemType1"
      msv2type1              = "Msv2_Type1"
      msv3medmemtype1        = "Msv3MedMem_Type1"
      ndamsra100v4type1      = "NDamsrA100v4_Type1"
      ndasra100v4type1       = "NDasrA100v4_Type1"
      nvasv4type1            = "NVasv4_Type1"
      nvsv3type1             = "NVsv3_Type1"
    }
    name = lookup(let.spelt, let.asked, self.sku_name)
  }

  cost "host" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "dedicated-host/${let.name}/on-demand"
  }

  uses "host" { gap = "no source says what hardware a host of this kind is" }

  example "DSv3-Type3" {
    given   = { sku_name = "DSv3-Type3", platform_fault_domain = 1 }
    want    = { host = 730 }
    status  = "priced"
    monthly = "3693.80"
    prices  = { "dedicated-host/Dsv3_Type3/on-demand" = 5.06 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/dedicated-host, West Europe, 2026-06"
  }

  example "spelt without a stroke, half the month" {
    given  = { sku_name = "FSv2-Type3" }
    usage  = { monthly_hrs = 365 }
    want   = { host = 365 }
    status = "priced"
  }

  example "a kind that is not in the catalogue" {
    given  = { sku_name = "DSv9-Type1" }
    want   = {}
    gaps   = ["host"]
    status = "gap"
  }

  example "kind known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["host"]
    status = "gap"
  }
}
