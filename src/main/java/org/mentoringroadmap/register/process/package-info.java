/** Delegates and adapter of the tasks that fill a register. */
package org.mentoringroadmap.register.process;
