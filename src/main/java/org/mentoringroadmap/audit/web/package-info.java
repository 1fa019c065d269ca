/** «Журнал действий» for people and programs, and what records the pages of all features. */
package org.mentoringroadmap.audit.web;
