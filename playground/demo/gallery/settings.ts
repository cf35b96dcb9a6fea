// Pictures of what can be chosen: /setup section by section, with its forms, and /privacy; and of /help.
import { messageOf, type Picture, type Room } from './picture.ts';

/** A picture of sections of /setup, one message each. */
function sections(name: string, which: readonly string[], caption: string, alt: string): Picture {
  return {
    name,
    caption,
    alt,
    async play(gallery) {
      const { ada, welcome } = gallery.town;
      gallery.later();
      const answers = [];
      for (const section of which) answers.push(await gallery.runs(ada, '/setup', { section }));
      const [first] = answers;
      if (first === undefined) throw new Error('No section is named');
      return { as: ada, in: welcome, from: messageOf(first) };
    },
  };
}

/** A picture of the form behind a button of a section. */
function form(name: string, section: string, button: string, caption: string, alt: string): Picture {
  return {
    name,
    caption,
    alt,
    async play(gallery) {
      const { ada, welcome } = gallery.town;
      gallery.later();
      const answer = await gallery.runs(ada, '/setup', { section });
      return {
        as: ada,
        in: welcome,
        from: messageOf(answer),
        async opens(tab) {
          await tab.locator('.message').last().getByRole('button', { name: button }).click();
          const dialog = tab.getByRole('dialog');
          await dialog.waitFor();
          return { instead: dialog };
        },
      };
    },
  };
}

export const setup: Room = {
  heading: 'Setup',
  pictures: [
    {
      name: 'setup-first',
      caption: '`/setup` for the first time: suggestions from what is there.',
      alt: 'In a new server: what Laurel found there and suggests, each with the reason, one button to use it all and one to choose oneself',
      async play(gallery) {
        const { ada, general } = gallery.newServer();
        const answer = await gallery.runs(ada, '/setup', {}, general);
        return { as: ada, in: general, from: messageOf(answer) };
      },
    },
    {
      name: 'setup',
      caption: '`/setup`: everything at a glance.',
      alt: 'The overview of the settings, for the administrator alone: each section with what is set now, and a select to change one',
      async play(gallery) {
        const { ada, welcome } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(ada, '/setup');
        return { as: ada, in: welcome, from: messageOf(answer) };
      },
    },
    sections(
      'setup-thanks',
      ['channels', 'reactions', 'sign'],
      'Where thanks are noticed, which emoji say thanks, and how it is seen that they counted.',
      'Three sections of the settings: channels, reactions, and the sign, each with what is set now and its controls',
    ),
    sections(
      'setup-ladder',
      ['tiers', 'announcements'],
      'The ladder and its roles, and where promotions are announced.',
      'Two sections of the settings: the ladder with four tiers and their roles, and the channel for announcements',
    ),
    sections(
      'setup-rising',
      ['rising'],
      'Whether members rise by rule.',
      'A section of the settings: whether members rise by rule, what happens to lower roles, and a button for the suggested requirements',
    ),
    {
      name: 'setup-tier',
      caption: 'One tier: its role, what it asks for, and its place on the ladder.',
      alt: 'The page of the tier Guide in the settings: its role, what it asks for, and buttons to rename it, change what it asks for, leave it to people, add a tier above, or remove it',
      async play(gallery) {
        const { ada, welcome } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(ada, '/setup', { section: 'tiers' });
        await (await ada.picks(answer, 'Guide')).settled();
        return { as: ada, in: welcome, from: messageOf(answer) };
      },
    },
    sections(
      'setup-worth',
      ['points', 'limits'],
      'What each kind of help is worth, and what keeps points honest.',
      'Two sections of the settings: points and limits, each with a button to change them',
    ),
    sections(
      'setup-place',
      ['timeZone', 'language'],
      'When a day begins, and the language of what everybody reads.',
      'Two sections of the settings: the time zone and the language',
    ),
    {
      name: 'setup-past',
      caption:
        'Past thanks: those from before Laurel came, with an estimate first, read only when one wants it.',
      alt: 'Two private answers to Ada: how many messages of the last 30 days there are about and how long reading them takes, with a select for the days and a button to begin; and the same when it was read, with how many thanks were found',
      async play(gallery) {
        const { ada, general, pastIsRead } = await gallery.oldServer();
        const opens = async () => {
          const answer = await gallery.runs(ada, '/setup', {}, general);
          await (await ada.clicks(answer, 'Choose myself')).settled();
          await (await ada.clicks(answer, 'Past thanks')).settled();
          return answer;
        };
        const offered = await opens();
        const read = await opens();
        await (await ada.clicks(read, 'Read 30 days')).settled();
        await pastIsRead();
        await (await ada.clicks(read, 'Look again')).settled();
        return { as: ada, in: general, from: messageOf(offered) };
      },
    },
    form(
      'setup-form-limits',
      'limits',
      'Change the limits',
      'A form: the limits.',
      'A form with five fields for the limits, each with a line that says what it does',
    ),
  ],
};

/** A picture of /help, and of the topics that are chosen from it, one answer each. */
function helps(
  who: 'yuki' | 'ada',
  name: string,
  topics: readonly string[],
  caption: string,
  alt: string,
): Picture {
  return {
    name,
    caption,
    alt,
    async play(gallery) {
      const { [who]: person, welcome } = gallery.town;
      gallery.later();
      const answers = [];
      for (const topic of topics) {
        const answer = await gallery.runs(person, '/help');
        if (topic !== 'overview') await (await person.picks(answer, topic)).settled();
        answers.push(answer);
      }
      const [first] = answers;
      if (first === undefined) throw new Error('No topic is named');
      return { as: person, in: welcome, from: messageOf(first) };
    },
  };
}

export const help: Room = {
  heading: 'Help',
  pictures: [
    helps(
      'yuki',
      'help',
      ['overview', 'thanks'],
      '`/help`: for a member, at a glance, and about thanks.',
      'Two private answers to Yuki: what she can do here, one line for each topic with the commands to begin with, and a select for more; and how thanks work on this server in three steps, with the command and the menu for it',
    ),
    helps(
      'ada',
      'help-team',
      ['overview', 'running'],
      '`/help`: for an administrator, at a glance, and about running the server.',
      'Two private answers to Ada: the same with two topics more, about looking after members and running this server; and the commands for running it',
    ),
  ],
};

export const privacy: Room = {
  heading: 'Privacy',
  pictures: [
    {
      name: 'privacy',
      caption: '`/privacy`: off the boards, and back.',
      alt: 'Two private answers to Ines: the boards show her, with a button to change that; and the boards do not show her',
      async play(gallery) {
        const { welcome } = gallery.town;
        const ines = gallery.person('Ines');
        gallery.later();
        const shown = await gallery.runs(ines, '/privacy');
        await gallery.runs(ines, '/privacy', { board: 'off' });
        return { as: ines, in: welcome, from: messageOf(shown) };
      },
    },
    {
      name: 'privacy-name',
      caption: '`/privacy`: on the leaderboard under another name.',
      alt: 'A private answer to Omar: the leaderboard calls him Blue Heron and does not mention him, with buttons to leave it or change that name; below, a leaderboard with Blue Heron in it',
      async play(gallery) {
        const { welcome } = gallery.town;
        const omar = gallery.person('Omar');
        gallery.later();
        const shown = await gallery.runs(omar, '/privacy', { board: 'on' });
        const form = await omar.clicks(shown, 'Go by another name');
        await omar.submits(form, { pseudonym: 'Blue Heron' });
        await gallery.runs(omar, '/leaderboard', { period: 'all' });
        return { as: omar, in: welcome, from: messageOf(shown) };
      },
    },
    {
      name: 'privacy-data',
      caption: '`/privacy`: one’s data as a file, and its deletion, asked once more.',
      alt: 'Private answers to Tomas: his data as a file, and the question whether all of it is to be deleted, with what that means',
      async play(gallery) {
        const { welcome } = gallery.town;
        const tomas = gallery.person('Tomas');
        gallery.later();
        const answer = await gallery.runs(tomas, '/privacy');
        const exported = await (await tomas.clicks(answer, 'Get my data')).settled();
        await tomas.clicks(answer, 'Delete my data…');
        return { as: tomas, in: welcome, from: messageOf(exported) };
      },
    },
    {
      name: 'pseudonym-remove',
      caption: '`/pseudonym remove`: an abusive name is taken away.',
      alt: 'For Mona alone: Blue Heron is taken away, whoever went by it is shown without a name and reads the reason',
      async play(gallery) {
        const { welcome, mona } = gallery.town;
        gallery.later();
        const answer = await gallery.runs(mona, '/pseudonym remove', {
          pseudonym: 'Blue Heron',
          reason: 'Made fun of somebody',
        });
        return { as: mona, in: welcome, from: messageOf(answer) };
      },
    },
  ],
};
