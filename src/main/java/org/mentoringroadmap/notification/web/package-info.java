/** The page of what one was told. */
package org.mentoringroadmap.notification.web;
