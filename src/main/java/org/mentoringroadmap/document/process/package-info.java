/** Delegates and adapter of the blocks that make and approve documents. */
package org.mentoringroadmap.document.process;
