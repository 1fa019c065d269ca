/** What keeps an account safe: limits for wrong tries, passwords that must be changed, codes as a second factor. */
package org.mentoringroadmap.platform.account;
