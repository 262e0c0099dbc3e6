"""The same records as most would serve them: plain tables, nested serializers, a template over rows."""
