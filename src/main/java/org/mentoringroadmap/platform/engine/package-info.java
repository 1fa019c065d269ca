/** How the engine is set up, what it refuses and keeps, and what it could not do. */
package org.mentoringroadmap.platform.engine;
