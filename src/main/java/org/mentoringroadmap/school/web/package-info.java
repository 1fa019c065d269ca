/** Pages of a school: requisites, classes, staff. */
package org.mentoringroadmap.school.web;
