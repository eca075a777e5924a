"""What a proxy and a watcher ask: is the process there, and can it do its work?"""
