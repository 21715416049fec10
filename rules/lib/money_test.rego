package iaclint.lib_test

import data.iaclint.lib

test_money_has_two_digits if lib.money(32.85) == "$32.85"

test_whole_money if lib.money(8) == "$8.00"

test_money_below_a_dollar if lib.money(0.005) == "$0.01"

test_one_digit_of_cents if lib.money(7.05) == "$7.05"

test_thousands if lib.money(1234.5) == "$1,234.50"

test_nothing if lib.money(0) == "$0.00"

test_cents_alone if {
	lib.money(0.01) == "$0.01"
	lib.money(0.1) == "$0.10"
	lib.money(0.99) == "$0.99"
	lib.money(0.004) == "$0.00"
}

test_halves_of_a_cent_go_up if {
	lib.money(1.005) == "$1.01"
	lib.money(0.994999) == "$0.99"
	lib.money(534.808) == "$534.81"
}

test_where_a_comma_begins if {
	lib.money(999) == "$999.00"
	lib.money(999.994) == "$999.99"
	lib.money(999.995) == "$1,000.00"
	lib.money(1000) == "$1,000.00"
	lib.money(1000.07) == "$1,000.07"
	lib.money(1001) == "$1,001.00"
	lib.money(100000.5) == "$100,000.50"
	lib.money(999999.99) == "$999,999.99"
}

test_where_a_second_one_does if {
	lib.money(999999.995) == "$1,000,000.00"
	lib.money(1000000.01) == "$1,000,000.01"
	lib.money(12003004.56) == "$12,003,004.56"
}

test_millions if lib.grouped(1000020) == "1,000,020"

test_more_is_rounded if lib.grouped(1314000000) == "1,314 million"

test_a_month if lib.a_month == ", $32.85 a month" with input as {"resource": {"cost": {"monthly": 32.85}}}

test_no_figure_no_words if lib.a_month == "" with input as {"resource": {"cost": {"monthly": null}}}

test_nothing_to_pay_no_words if lib.a_month == "" with input as {"resource": {"cost": {"monthly": 0}}}

test_no_estimate_no_words if lib.a_month == "" with input as {"resource": {}}
