/** Accounts, roles and rights as users, groups and authorizations of the engine. */
package org.mentoringroadmap.platform.authority;
