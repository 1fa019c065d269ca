/** The page of a withdrawal. */
package org.mentoringroadmap.withdrawal.web;
