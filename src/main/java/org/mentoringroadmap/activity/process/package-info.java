/** Delegates and listeners of the blocks that run one activity. */
package org.mentoringroadmap.activity.process;
