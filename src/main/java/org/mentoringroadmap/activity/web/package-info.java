/** Pages of tasks that end an activity, of evidence and of class checklists. */
package org.mentoringroadmap.activity.web;
