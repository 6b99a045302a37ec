"""Groups on the screen: the page of all groups, and what stands above the timeline of one."""
