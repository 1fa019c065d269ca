/** Pages of the partners. */
package org.mentoringroadmap.partner.web;
