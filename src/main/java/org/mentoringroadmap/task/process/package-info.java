/** Reads and completes the engine's tasks. */
package org.mentoringroadmap.task.process;
