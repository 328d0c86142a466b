import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { HtmlPage, Public } from '#libs/http';
import { DemoWorld } from '#libs/testing';
import { renderPage } from '#libs/ui';
import { personView, type PersonView } from './people-view.js';
import { PeoplePage, PersonPage } from './people.page.js';

@Public()
@Controller()
export class PeopleController {
  constructor(private readonly world: DemoWorld) {}

  @Get('people.json')
  list(): readonly PersonView[] {
    return this.world.people.map(personView);
  }

  @Get('people')
  @HtmlPage()
  page(): string {
    return renderPage(PeoplePage({ people: this.world.people }));
  }

  @Get('people/:id')
  @HtmlPage()
  person(@Param('id') id: string): string {
    const person = this.world.people.find((candidate) => candidate.id === id);
    if (person === undefined) throw new NotFoundException(`Nobody here is called ${id}.`);
    return renderPage(PersonPage({ person, now: new Date() }));
  }
}
