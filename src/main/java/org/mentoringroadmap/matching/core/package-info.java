/** The solver and the proof of its optimum; knows nothing but the JDK. */
package org.mentoringroadmap.matching.core;
