/** Shipped models on their way into the engine, and the check that guards it. */
package org.mentoringroadmap.platform.deploy;
