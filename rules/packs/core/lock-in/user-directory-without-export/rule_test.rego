package iaclint.lock_in.user_directory_without_export_test

import data.iaclint.lock_in.user_directory_without_export

messages(type, values) := found if {
	found := {finding.message | some finding in user_directory_without_export.findings} with input as {"resource": {"type": type, "values": values}}
}

test_fails if {
	messages("aws_cognito_user_pool", {"name": "shop"}) == {"Cognito user pool: users reset their passwords or move one by one at login when you leave"}
	messages("google_identity_platform_config", {}) == {"Identity Platform: users can move only to a directory that takes Firebase's own scrypt hashes"}
}

test_passes_without_passwords if {
	messages("aws_cognito_user_pool", {"sign_in_policy": [{"allowed_first_auth_factors": ["EMAIL_OTP", "WEB_AUTHN"]}]}) == set()
}

test_fails_with_passwords_among_others if {
	count(messages("aws_cognito_user_pool", {"sign_in_policy": [{"allowed_first_auth_factors": ["EMAIL_OTP", "PASSWORD"]}]})) == 1
}
