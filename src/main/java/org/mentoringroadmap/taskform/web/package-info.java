/** The page of a task's form. */
package org.mentoringroadmap.taskform.web;
