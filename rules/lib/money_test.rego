package iaclint.lib_test

import data.iaclint.lib

test_money_has_two_digits if lib.money(32.85) == "$32.85"

test_whole_money if lib.money(8) == "$8.00"

test_money_below_a_dollar if lib.money(0.005) == "$0.01"

test_one_digit_of_cents if lib.money(7.05) == "$7.05"

test_thousands if lib.money(1234.5) == "$1,234.50"

test_millions if lib.grouped(1000020) == "1,000,020"

test_more_is_rounded if lib.grouped(1314000000) == "1,314 million"

test_a_month if lib.a_month == ", $32.85 a month" with input as {"resource": {"cost": {"monthly": 32.85}}}

test_no_figure_no_words if lib.a_month == "" with input as {"resource": {"cost": {"monthly": null}}}

test_nothing_to_pay_no_words if lib.a_month == "" with input as {"resource": {"cost": {"monthly": 0}}}

test_no_estimate_no_words if lib.a_month == "" with input as {"resource": {}}
