package org.mentoringroadmap.platform.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the keys of the codes at sign-in are kept.
 *
 * @param key 32 bytes in Base64, by which they are encrypted; empty for those of {@code keys/codes.key} under
 *     {@code mentoring.home}. Several nodes on one database need the same key
 */
@Validated
@ConfigurationProperties("mentoring.codes")
record CodeProperties(String key) {}
