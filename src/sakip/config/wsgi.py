"""What the web server serves."""

import os

from django.core.wsgi import get_wsgi_application

from sakip.config.memori import tenangkan

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings")

application = get_wsgi_application()
tenangkan()
