/** The page of a task that waits for somebody. */
package org.mentoringroadmap.waiting.web;
