package org.mentoringroadmap.platform.account;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the sign-in.
 *
 * @param freeTriesOfAddress wrong tries that one address has before it waits; a school of hundreds may share one address
 */
@Validated
@ConfigurationProperties("mentoring.sign-in")
public record SignInProperties(@Min(1) int freeTriesOfAddress) {}
