/** Pages and JSON of mentorships, meetings and searches. */
package org.mentoringroadmap.mentorship.web;
