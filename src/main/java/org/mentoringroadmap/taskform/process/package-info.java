/** Reads the forms of the engine's tasks. */
package org.mentoringroadmap.taskform.process;
