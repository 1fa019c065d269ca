/** Reads roadmaps from the engine's definitions. */
package org.mentoringroadmap.roadmap.process;
