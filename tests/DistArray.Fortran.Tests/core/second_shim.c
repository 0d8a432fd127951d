void distarray_publish_i4(void) {}
