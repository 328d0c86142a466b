"""A service written with pysaml2, for tests: the folder it starts in holds saml_settings.py and the keys.

GET /login signs in, GET /me says who is signed in, GET /logout signs out; /acs and /slo are for the identity provider.
"""

import json
import sys
import traceback
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

sys.path.insert(0, ".")
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.client import Saml2Client
from saml2.config import SPConfig
from saml2.metadata import entity_descriptor
from saml2.sigver import verify_redirect_signature
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

from saml_settings import CONFIG, FAS, LEVEL

config = SPConfig()
config.load(CONFIG)
client = Saml2Client(config=config)
asked = {}
people = {}


def location(http_args):
    return dict(http_args["headers"])["Location"]


def is_signed_by_fas(query):
    certificates = client.metadata.certs(FAS, "idpsso", "signing")
    return any(
        verify_redirect_signature(dict(query), client.sec.sec_backend, certificate)
        for certificate in certificates
    )


class Service(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        handlers = {
            "/": lambda: self.page({}),
            "/metadata": self.metadata,
            "/login": self.login,
            "/me": self.me,
            "/logout": self.logout,
            "/slo": lambda: self.single_logout(query),
        }
        self.guarded(handlers[url.path])

    def do_POST(self):
        self.guarded(self.signed_in)

    def guarded(self, handle):
        try:
            handle()
        except Exception:
            self.answer("text/plain", traceback.format_exc(), 500)

    def signed_in(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        fields = {name: values[0] for name, values in parse_qs(body).items()}
        answer = client.parse_authn_request_response(fields["SAMLResponse"], BINDING_HTTP_POST, asked)
        del asked[answer.in_response_to]
        level, _, _ = answer.authn_info()[0]
        people.clear()
        people[str(answer.name_id)] = {"level": level, "attributes": answer.ava, "name_id": answer.name_id}
        self.redirect("/me")

    def metadata(self):
        self.answer("application/samlmetadata+xml", str(entity_descriptor(config)))

    def login(self):
        request, _, http_args = client.prepare_for_negotiated_authenticate(
            entityid=FAS,
            binding=BINDING_HTTP_REDIRECT,
            sign=True,
            sigalg=SIG_RSA_SHA256,
            requested_authn_context=LEVEL,
        )
        asked[request] = "/me"
        self.redirect(location(http_args))

    def me(self):
        self.page([{"level": one["level"], "attributes": one["attributes"]} for one in people.values()])

    def logout(self):
        person = next(iter(people.values()))
        calls = client.do_logout(
            person["name_id"],
            [FAS],
            "",
            None,
            sign=True,
            expected_binding=BINDING_HTTP_REDIRECT,
            sign_alg=SIG_RSA_SHA256,
            digest_alg=DIGEST_SHA256,
        )
        self.redirect(location(calls[FAS][1]))

    def single_logout(self, query):
        if not is_signed_by_fas(query):
            self.page({"error": "not signed"}, 403)
            return
        if "SAMLResponse" in query:
            answer = client.parse_logout_request_response(query["SAMLResponse"], BINDING_HTTP_REDIRECT)
            client.handle_logout_response(answer)
            people.clear()
            self.page({"status": answer.response.status.status_code.value})
            return
        name_id = next(iter(people.values()))["name_id"]
        people.clear()
        http_args = client.handle_logout_request(
            query["SAMLRequest"],
            name_id,
            BINDING_HTTP_REDIRECT,
            sign=True,
            sign_alg=SIG_RSA_SHA256,
            relay_state=query.get("RelayState", ""),
        )
        self.redirect(location(http_args))

    def redirect(self, to):
        self.send_response(303)
        self.send_header("Location", to)
        self.end_headers()

    def page(self, data, status=200):
        self.answer("application/json", json.dumps(data), status)

    def answer(self, kind, text, status=200):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())


HTTPServer(("127.0.0.1", int(sys.argv[1])), Service).serve_forever()
