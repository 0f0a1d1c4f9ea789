"""The app: ``streamlit run app.py``."""

from geo.app import main

main()
