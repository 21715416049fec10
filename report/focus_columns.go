package report

// focusColumns are the columns of FOCUS 1.2 that an estimate can fill, all its
// mandatory ones among them, in the order of the specification, and then ours.
// Left out is what only a bill or an account could tell: sub-accounts, invoices,
// commitments and reservations by their ids, zones, a second currency.
func focusColumns() []string {
	return []string{
		"BilledCost", "BillingAccountId", "BillingAccountName", "BillingCurrency", "BillingPeriodEnd", "BillingPeriodStart",
		"ChargeCategory", "ChargeClass", "ChargeDescription", "ChargeFrequency", "ChargePeriodEnd", "ChargePeriodStart",
		"ConsumedQuantity", "ConsumedUnit", "ContractedCost", "ContractedUnitPrice", "EffectiveCost", "InvoiceIssuerName",
		"ListCost", "ListUnitPrice", "PricingCategory", "PricingQuantity", "PricingUnit", "ProviderName", "PublisherName",
		"RegionId", "RegionName", "ResourceId", "ResourceName", "ResourceType", "ServiceCategory", "ServiceName",
		"SkuId", "SkuPriceId", "Tags",
		"x_IaclintEstimate", "x_IaclintProject", "x_IaclintCostStatus", "x_IaclintFromUsage", "x_IaclintPriceDate", "x_IaclintPriceSource",
		"x_CarbonKg", "x_CarbonLowKg", "x_CarbonHighKg", "x_CarbonOperationalKg", "x_CarbonEmbodiedKg", "x_CarbonGrade", "x_EnergyKwh",
	}
}

// What stands where a bill would name an account: nobody shall take an estimate
// for a bill.
const (
	focusAccount     = "iaclint-estimate"
	focusAccountName = "Estimate by iaclint, not a bill"
)
