/** Starts and ends the master process of a programme and gives every instance its school. */
package org.mentoringroadmap.programme.process;
