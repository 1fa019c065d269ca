/** What follows from the ways of a drawing before anything runs: tokens that get stuck or double, loops without an end. */
package org.mentoringroadmap.roadmap.flow;
