"""An identity provider written with pysaml2, for tests: the folder it starts in holds idp_settings.py and the keys.

GET /metadata is its signed metadata. GET /sign-in takes a request and answers at once, for the one person whom it
knows, with the form that a browser would post, as JSON.
"""

import json
import sys
import traceback
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

sys.path.insert(0, ".")
from saml2 import BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.metadata import entity_descriptor, sign_entity_descriptor
from saml2.saml import NAMEID_FORMAT_TRANSIENT
from saml2.samlp import NameIDPolicy
from saml2.server import Server
from saml2.sigver import security_context, verify_redirect_signature
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

from idp_settings import CONFIG, PERSON

config = IdPConfig()
config.load(CONFIG)
server = Server(config=config)
SIGNED = {"sign_alg": SIG_RSA_SHA256, "digest_alg": DIGEST_SHA256}


def is_signed_by(issuer, query):
    certificates = server.metadata.certs(issuer, "spsso", "signing")
    return any(
        verify_redirect_signature(dict(query), server.sec.sec_backend, certificate)
        for certificate in certificates
    )


class IdentityProvider(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        try:
            if url.path == "/metadata":
                self.answer("application/samlmetadata+xml", self.metadata())
            elif url.path == "/sign-in":
                self.answer("application/json", json.dumps(self.sign_in(query)))
            else:
                self.answer("text/plain", "", 404)
        except Exception:
            self.answer("text/plain", traceback.format_exc(), 500)

    def metadata(self):
        _, text = sign_entity_descriptor(
            entity_descriptor(config), None, security_context(config), **SIGNED
        )
        return str(text)

    def sign_in(self, query):
        request = server.parse_authn_request(query["SAMLRequest"], BINDING_HTTP_REDIRECT).message
        # In version 7.0 no setting makes the library look at a signature by Redirect.
        if not is_signed_by(request.issuer.text, query):
            raise ValueError("the request is not signed by the key in the metadata of its issuer")
        asked = request.requested_authn_context
        where = server.response_args(request)
        response = server.create_authn_response(
            PERSON,
            name_id_policy=NameIDPolicy(format=NAMEID_FORMAT_TRANSIENT),
            userid="the-one-person",
            authn={"class_ref": asked.authn_context_class_ref[0].text},
            sign_response=True,
            sign_assertion=True,
            **SIGNED,
            in_response_to=where["in_response_to"],
            destination=where["destination"],
            sp_entity_id=where["sp_entity_id"],
        )
        return {
            "action": where["destination"],
            "message": str(response),
            "relayState": query["RelayState"],
            "asked": [asked.comparison, asked.authn_context_class_ref[0].text],
            "forced": request.force_authn,
        }

    def answer(self, kind, text, status=200):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())


HTTPServer(("127.0.0.1", int(sys.argv[1])), IdentityProvider).serve_forever()
