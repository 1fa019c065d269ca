/** Delegates and adapter of the process that looks after a withdrawn consent. */
package org.mentoringroadmap.withdrawal.process;
