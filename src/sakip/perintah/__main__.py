"""``python -m sakip.perintah`` is the program ``sakip`` itself."""

import sys

from sakip.perintah import main

sys.exit(main())
