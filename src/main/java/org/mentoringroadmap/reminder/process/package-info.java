/** Lets the daily check of terms run. */
package org.mentoringroadmap.reminder.process;
