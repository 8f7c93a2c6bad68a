# The words of the window, in Fluent (https://projectfluent.org). A key is named after the view that shows it.

## The folder's articles, at the left

folder-reading = Reading
folder-empty = No articles that can be read
folder-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
folder-articles-coming =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    } · { $left } to be read
folder-faults =
    { $count ->
        [one] { $count } folder cannot be listed
       *[other] { $count } folders cannot be listed
    }
folder-unwatched =
    { $count ->
        [one] { $count } folder is not watched
       *[other] { $count } folders are not watched
    }
folder-unwatched-hint = The system lends a window only so many watches. What others change there is seen when the folder is opened again
folder-fault = { $folder }: { $reason }
folder-itself = this folder
folder-not-listed = cannot list `{ $folder }`: { $reason }

## The chosen mark, at the right

mark-none = Choose a mark to see who says it, how many, and what it is linked to
mark-none-select = Select the next sentence
mark-none-tag = Tag what is selected
mark-none-keys = All keys
mark-last = For the mark “{ $words }”:
mark-more = more
mark-less = less
mark-no-tag = No tag
mark-tag-add = Add { $tag }
mark-tag-off = Take { $tag } off
mark-tag-unknown = This tag is not in the codebook; it is kept as it stands
mark-source = Who says it
mark-source-hint = The nearest source first: the army ← a hospital. “unattributed” says that nobody is named
mark-source-take = Take “{ $name }” from the sentence
mark-source-take-short = Take “{ $name }”
mark-source-here = in the sentence
source-nobody = nobody is named
mark-figure = How many
mark-figure-hint = In the article’s words, such as: more than 35 people were killed
mark-figure-take = Take { $figure } from the passage
mark-figure-take-short = Take { $figure }
mark-figure-read = Read as { $figure }
mark-figure-by = Read as { $figure }, by { $convention }
mark-figure-unread = No number is read from these words
figure-as-worded = as worded
figure-tolerance = about { $number } ({ $interval })
figure-low = At least
figure-high = At most
figure-stated = Number in the words
figure-outcome = What became of them
figure-population = Of whom
figure-qualifier = How the words limit it
figure-convention = How it is read
figure-when = Date
figure-place = Place
figure-place-precision = How exactly the place is known
figure-blamed = Who is blamed
figure-stance = How the passage takes it
figure-share = Beside another figure
figure-part-of = Of figure number
figure-before = Before
figure-killed = killed
figure-injured = injured
figure-missing = missing
figure-detained = detained
figure-displaced = displaced
figure-captured = captured
figure-civilians = civilians
figure-fighters = fighters
figure-children = children
figure-women = women
figure-journalists = journalists
figure-medics = medics
figure-unstated = not stated
figure-asserted = asserted
figure-reported = reported
figure-denied = denied
figure-part = a part of it
figure-addition = in addition to it
figure-update = an update of it
figure-former = what it was before
figure-exactly = exactly
figure-at-least = at least
figure-more-than = more than
figure-up-to = up to
figure-fewer-than = fewer than
figure-near = about
figure-nearly = nearly
figure-between = between
figure-vague = without a number
figure-acled = ACLED
figure-house = house rules
figure-by-hand = set by hand
figure-site = site
figure-town = town
figure-district = district
figure-country = country
figure-open = open
figure-other = Another word
figure-date-form = 2017-06-03, or 2017-06
figure-more = More of this figure
figure-interval = Least and most
figure-says = { $field }: { $value }
figure-none = Not a figure
mark-figure-nth = Figure { $number }
mark-figures-take-short =
    { $count ->
        [one] Take one more
       *[other] Take { $count } figures
    }
mark-figures-take =
    { $count ->
        [one] Take one more from the passage
       *[other] Take { $count } from the passage
    }
mark-figure-add = One more
mark-figure-nothing = Nothing is counted here
mark-source-nobody = Nobody is named
mark-cue = Words that attribute
mark-cue-says = Attributed by “{ $words }”
mark-certainty = How sure it is
mark-links = Links
mark-note = Note
mark-note-hint = Enter keeps it, Shift+Enter begins a new line
mark-by-on = { $who } · { $day }
mark-minute = { $day }, { $minute } UTC
mark-copy = Copy into mine
mark-copy-hint = Copies this mark into your layer, where you can change it
mark-menu = More about this mark
mark-deleted-undo = Brings the mark and its links back

## The list of marks

marks-find = Find a mark
marks-order = Order of the marks
marks-in-order = In order
marks-by-tag = By tag
marks-by-person = By person
marks-only = Only { $tags }
marks-only-hint = Show only these
marks-look = Needs a look · { $count }
marks-only-look = Only those that need a look
marks-only-look-hint = Show only marks whose words changed or are gone
marks-some = { $some } of { $count }
marks-clear = Clear the filter
marks-no-match = No mark matches – clear the filter
marks-none = Nothing is marked yet. Select some words in the article, then press a key: { $keys }
marks-of = { $name } · { $count }
marks-of-you = { $name } (you) · { $count }
marks-hidden = { $names }: hidden until you hand in
marks-hidden-hint = This folder asks that everybody marks first. It is a convention: the files lie there. “Hand in…” in the menu Class shows them
marks-hide = Hide these marks
marks-show = Show these marks

## Their list

list-filter = Filter the articles
list-filter-hint = Filter
list-clear = Clear the filter
list-no-match = No article matches – clear the filter
list-some = { $some } of { $count } articles
list-sort = Sorted by { $order }
list-by-name = Name
list-by-title = Title
list-by-date = Date
list-by-unread = Unread
list-by-marks = Marks
list-by-needs-look = Needs a look
list-at-end = This is the last article of the list
list-at-start = This is the first article of the list
list-only-article = No other article is open

## The stripes beside the text: a bar for each mark

stripes-bar = { $who }, { $tags }: { $words }
stripes-implied = { $who }, { $tags }, implied: { $words }
stripes-untagged = Mark
stripes-line =
    { $count ->
        [one] { $count } mark on this line
       *[other] { $count } marks on this line
    }
stripes-lane =
    { $count ->
        [one] { $who }: { $count } mark
       *[other] { $who }: { $count } marks
    }
stripes-more = and { $count } more
stripes-relation = Relation: { $kind }

## A card for an article

card-not-opened = Cannot be opened: { $reason }
card-not-read = Cannot be read: { $reason }
card-marks = { $count } { $tag }
card-untagged =
    { $count ->
        [one] mark without a tag
       *[other] marks without a tag
    }
card-corrected = Corrected by { $person }. The file says: { $words }
card-needs-look =
    { $count ->
        [one] { $count } needs a look
       *[other] { $count } need a look
    }

## A mistake of the program itself

failed-opening = cannot open `{ $name }`: Postil made a mistake
failed-opening-hint = The file and its marks are as they were. Other articles can be opened as before
failed-looking = Postil made a mistake while it looked at the files of `{ $name }`
failed-looking-hint = What is open stays as it is, and your marks are saved as before
failed-picture = a picture of `{ $name }` cannot be shown: Postil made a mistake
failed-picture-hint = The text and the other pictures are not touched by this
failed-edits = Postil made a mistake while it changed the marks of many articles
failed-edits-hint = What was changed until then is saved, and can be taken back
failed-table = Postil made a mistake while it made the table of all marks
failed-table-hint = What is listed stays. Sort or filter it otherwise to try again
failed-search = Postil made a mistake while it searched the folder
failed-search-hint = Look for other words. Articles and marks are not touched by this
failed-folder = Postil made a mistake while it read the folder `{ $name }`
failed-folder-hint = Its articles can be opened. Open the folder again to list the rest

## Changes to the marks of many articles

notice-undo = Undo
notice-undo-hint = Takes it back in all articles
edits-running = changing marks: { $done } of { $all } articles
edits-too-many = too much is being changed already: wait until it is done
edits-nothing = nothing was changed: { $what }
edits-done =
    { $what }: { $marks ->
        [one] { $marks } mark
       *[other] { $marks } marks
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
edits-taken-back =
    taken back: { $marks ->
        [one] { $marks } mark
       *[other] { $marks } marks
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
edits-stayed =
    { $count ->
        [one] { $count } mark was changed since and stays as it is
       *[other] { $count } marks were changed since and stay as they are
    }
edits-refused =
    { $count ->
        [one] { $count } was refused: { $reason }
       *[other] { $count } were refused: { $reason }
    }
edits-more-faults =
    { $count ->
        [one] and { $count } article more
       *[other] and { $count } articles more
    }
note-many-field = Note
note-many-add = Add it to the notes that there are
note-many-set = Put it in their place
note-many-does = Write
note-many-label = write notes

deeds-left =
    { $count ->
        [one] { $count } mark of somebody else is left as it is
       *[other] { $count } marks of other people are left as they are
    }
deeds-note-title = A note for many marks
deeds-note =
    { $marks ->
        [one] { $marks } mark
       *[other] { $marks } marks
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } get this note.
deeds-retag-title = Give marks another tag
deeds-retag =
    { $marks ->
        [one] { $marks } mark
       *[other] { $marks } marks
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } will have the tag “{ $tag }” instead of what they have.
deeds-retag-does = Give the tag
deeds-retag-label = retag as { $tag }
deeds-tag-title = Tag marks
deeds-tag =
    { $marks ->
        [one] { $marks } mark
       *[other] { $marks } marks
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } will have the tag “{ $tag }” too.
deeds-tag-does = Tag
deeds-tag-label = tag as { $tag }
deeds-untag-title = Take a tag off
deeds-untag =
    { $marks ->
        [one] { $marks } mark
       *[other] { $marks } marks
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } will not have the tag “{ $tag }” any more.
deeds-untag-does = Take it off
deeds-untag-label = take off { $tag }
deeds-delete-title = Delete marks
deeds-delete =
    { $marks ->
        [one] { $marks } mark
       *[other] { $marks } marks
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } will be deleted, with their links. One undo brings them back.
deeds-delete-does = Delete
deeds-delete-label = delete marks
deeds-menu-retag = Retag as
deeds-menu-tag = Also tag as
deeds-menu-untag = Take off
deeds-menu-note = Note…
deeds-menu-delete = Delete…

## All marks of the folder

all-marks-field = Filter all marks
all-marks-hint = Words, or filters such as tag:denial by:Ana before:2017-05
all-marks-group = Group
all-marks-grouped = By { $by }
all-marks-fold-all = Fold all
all-marks-unfold-all = Unfold all
all-marks-columns = Columns
all-marks-column-left = Move { $column } left
all-marks-column-right = Move { $column } right
all-marks-copy = Copy
all-marks-copy-markdown = As Markdown
all-marks-copy-columns = As columns for a spreadsheet
all-marks-copy-all = All marks listed
all-marks-copy-chosen = The chosen marks
all-marks-copied =
    { $count ->
        [one] { $count } mark copied
       *[other] { $count } marks copied
    }
all-marks-sort = Sort by { $column }
all-marks-looking = Looking
all-marks-count =
    { $marks ->
        [0] No marks
        [one] { $marks } mark
       *[other] { $marks } marks
    }{ $articles ->
        [0] { "" }
        [1] { "" }
       *[other] { " " }in { $articles } articles
    }
all-marks-chosen = { $count } chosen
all-marks-choose-none = Choose none
all-marks-group-count =
    { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
all-marks-go = Go to the mark
all-marks-none-mine = none of the chosen marks is yours, and others’ marks are never changed
all-marks-none = No marks yet
all-marks-none-hint = Open an article and mark a passage: select words and press a tag’s key
all-marks-no-articles = This folder has no articles that can be read
all-marks-no-match = No mark is meant by this line
all-marks-no-match-hint = Take a filter away, or look for fewer words
all-marks-show-all = Show all marks
all-marks-no-folder = No folder is open
all-marks-no-folder-hint = The marks of all articles of a folder stand here in one table
all-marks-open-folder = Open folder…
group-none = Not at all
group-article = Article
group-tag = Tag
group-person = Person
group-source = Source
group-day = Day
group-month = Month
group-outlet = Outlet
group-placement = Placement
group-no-tag = No tag
group-no-source = No source
group-no-outlet = No outlet
group-no-date = No date
group-nothing = Others

## The line of words and filters

query-filters = Filters
query-remove = Remove { $term }

## The search of the folder

search-no-folder = No folder is open that could be searched
search-open-folder = Open folder…
search-field = Search the folder
search-field-hint = Words, or filters such as tag:denial outlet:SANA before:2017-05
search-empty =
    { $count ->
        [one] Type words to look for them in the text, title and marks of the one article
       *[other] Type words to look for them in the texts, titles and marks of all { $count } articles
    }
search-running = Searching: { $asked } of { $all } articles
search-so-far =
    { $found ->
        [one] { $found } hit
       *[other] { $found } hits
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } so far
search-found =
    { $found ->
        [one] { $found } hit
       *[other] { $found } hits
    } in { $articles } of { $all ->
        [one] { $all } article
       *[other] { $all } articles
    }
search-nothing =
    { $all ->
        [one] Nothing was found in the one article. Look for fewer or other words, or take a filter away.
       *[other] Nothing was found in { $all } articles. Look for fewer or other words, or take a filter away.
    }
search-folder-comes = The folder is still being read, and is searched again when all of it is there
search-left-out = Only the first { $count } hits are listed. Look for more words, or add a filter.
search-faults =
    { $count ->
        [one] { $count } article cannot be read
       *[other] { $count } articles cannot be read
    }
search-hits =
    { $count ->
        [0] title only
        [one] { $count } hit
       *[other] { $count } hits
    }
search-row = { $kind }: { $words }
search-paragraph = ¶ { $number }
search-in-mark = Mark
search-in-note = Note
search-in-source = Source
search-changed = the article has changed since it was searched: the next place with the words is shown
search-mark = Mark every occurrence
search-mark-needs = Look for one word, some words that stand together, or an expression
search-mark-title = Mark every occurrence in the folder
search-mark-sentence =
    { $places ->
        [one] { $places } passage
       *[other] { $places } passages
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } with “{ $words }” will be marked as { $tag }.
search-mark-before =
    { $count ->
        [one] { $count } more is marked so already
       *[other] { $count } more are marked so already
    }
search-mark-does =
    { $count ->
        [one] Mark { $count } passage
       *[other] Mark { $count } passages
    }
search-mark-label = mark “{ $words }” as { $tag }

## A link that waits for its other end, below the page

linking-title = Link “{ $words }” to
linking-field = The other mark
linking-field-folder = Words of a mark, here or in the whole folder
linking-row = { $link } { $tags }: { $words }
linking-none = No mark here fits yet: select words in the article, and they become one
linking-no-match = No mark that fits has these words
linking-how = Click a mark in an article or in a list, or select words. Up and Down choose one here, Enter links, Esc leaves
linking-leave = Leave without a link
linking-left = not linked
linking-beside = no mark is there: click a mark, or select words to be linked
linking-itself = this is the mark itself: click another one
linking-unfit = the codebook has no link between these two
linking-no-kind = the codebook has no link for this tag

## The links of the chosen mark

card-link = Link…
card-link-nearest = { $link }: “{ $words }”
card-link-hint = Links it to another mark, or to words that are selected then
card-unlink = Take this link away
card-kind = Kind of link: { $kind }
card-kind-hint = Choose another kind
card-end-not-here = a mark that is not here
card-end-not-here-hint = It is in none of the articles of this folder
card-end-gone = The other mark is gone: { $words }
card-end-in = in { $title }

## The marks under a click

marks-here = { $count } marks here
marks-here-row = { $tags } by { $who }: { $words }

## The menus

menu-all = Menu
menu-file = File
menu-edit = Edit
menu-mark = Mark
menu-view = View
menu-pages = Pages
menu-help = Help
menu-caret = Moving and selecting
menu-colours = Colours
menu-language = Language
menu-recent = Recent

## Commands: their labels, and what each does as a hint; several of one row begin with "commands-"

## In the menu File

command-open-article = Open…
    .hint = Opens an article: text, Markdown or a saved web page
command-open-folder = Open folder…
    .hint = Lists the articles of a folder at the left
command-new-from-clipboard = New from clipboard…
    .hint = Makes an article of the words that were copied elsewhere, beside the others
    .also = paste import create
command-toggle-subfolders = Folders in the folder
    .hint = Lists the articles of the folders in the folder too, or only its own
command-keep-article = Open in its own tab
    .hint = Opens the article to stay, in a tab of its own
command-close-article = Close tab
    .hint = Saves and closes the article, or closes the page that is looked at
command-close-others = Close the others
    .hint = Saves and closes all open articles but this one
command-next-article = Next article
    .hint = Shows the next article of the folder, in the order of the list
command-previous-article = Previous article
    .hint = Shows the previous article of the folder, in the order of the list
command-next-tab = Next tab
    .hint = Shows the next open article; with only one, the next of the folder
command-previous-tab = Previous tab
    .hint = Shows the previous open article; with only one, the previous of the folder
command-reveal-article = Show in its folder
    .hint = Has the system’s file manager show the article’s file
    .also = reveal explorer finder
command-correct-article = Correct date and outlet…
    .hint = Says when an article was published and by whom where its file is wrong
command-copy-path = Copy the path
    .hint = Copies where the article’s file lies
command-copy-marks-of = Copy its marks
    .hint = Copies all marks of the article, as a list in Markdown
    .also = export share
command-choose-encoding = Read with encoding…
    .hint = When letters look wrong: reads the file in another encoding
command-switch-extent = The whole web page
    .hint = For saved web pages: only the article, or everything on the page
command-switch-left-out = What was left out
    .hint = The article alone, or with the passages that were left out of it, each at its place
command-read-new-text = Read the file again
    .hint = Reads the new text of the article’s file and says what changed
command-save = Save now
    .hint = Marks are saved by themselves; this does it at once
command-share = Share and export
    .hint = What takes words and marks out of the window, and settles what came from others
    .also = print report send
command-remove-conflict-copies = Remove conflict copies…
    .hint = Removes copies that a sync tool made of layers, as far as they hold nothing more
command-earlier-states = Earlier states of my marks…
    .hint = Lists what your marks were on earlier days, and brings one state back
command-quit = Quit
    .hint = Saves and closes the window

## In the menu Edit

command-undo = Undo
    .hint = Takes the last change back
command-redo = Redo
    .hint = Does it again
command-undo-many = Undo in all articles
    .hint = Takes back what was last done to the marks of many articles at once
command-copy = Copy
    .hint = Copies the selected words
command-copy-citation = Copy with citation
    .hint = Copies the words with title, outlet, date and paragraph
    .also = quote cite reference export
command-copy-citation-markdown = Copy with citation, as Markdown
    .hint = Copies the words as a quotation in Markdown, with title, outlet, date and paragraph
    .also = quote cite reference export
command-copy-mark = Copy the mark as Markdown
    .hint = Copies words, tags, source, figures and note of the chosen mark
    .also = export
command-copy-list = Copy the list of marks
    .hint = Copies the marks that the list shows, as a list in Markdown
    .also = export share
command-select-all = Select all
    .hint = Selects the whole article, or all marks of the table
command-clear = Select nothing
    .hint = Drops the selection and the chosen mark
command-find = Find in the article…
    .hint = Finds words or an expression as you type
command-find-next = Next hit
    .hint = Goes to the next place with the words
command-find-previous = Previous hit
    .hint = Goes to the place before with the words
command-mark-all = Mark every occurrence…
    .hint = Gives every hit of the search a mark, in one step
command-go-to-paragraph = Go to paragraph…
    .hint = Goes to a paragraph by its number, or to a share of the article
command-settings = Settings…
    .hint = Page, name and colours

## In the menu Help

command-palette = All commands…
    .hint = Finds a command by its name
command-keys = Keys
    .hint = The sheet of keys
command-about = About Postil
    .hint = Version and licences

## In the menu Mark

commands-tag = { $Tag }
    .hint = The passage { $description }
commands-also = Also { $tag }
    .hint = Adds the tag to the chosen mark, or takes it off
command-test-tag = Which tag is it?
    .hint = Asks the codebook’s questions of the passage and leads to the tag; with nothing selected or chosen its key shows the keys
    .also = test question help criterion
command-say-source = Who says it
    .hint = Opens who says it: Enter keeps what is typed, Escape leaves it as it was, Tab goes on to the next field
command-say-figure = How many
    .hint = Opens how many, in the article’s words: Enter keeps what is typed, Escape leaves it as it was
command-take-source = Who says it, as the text tells
    .hint = Takes who says the mark, and the words that attribute, from its sentence
command-take-figures = How many, as the passage tells
    .hint = Takes all figures that the words of the mark tell; those that it has stay
command-convention-as-worded = Words without a number: as worded
    .hint = “Dozens” has no number in this folder
command-convention-acled = Words without a number: ACLED
    .hint = Tens are read as 10, dozens as 12, hundreds as 100 in this folder, and each figure says so
command-convention-house = Words without a number: house rules
    .hint = Words are read by the table in postil.toml, and each figure says so
command-source-from-words = The selected words say it
    .hint = Takes the selected words as who says the mark that was chosen last
command-edit-note = Note
    .hint = Opens the note, and marks selected words first: Enter keeps what is typed, Escape leaves it as it was
command-link-mark = Link…
    .hint = Links the mark to another mark, or to words that are selected then
command-imply-claim = Implied claim…
    .hint = Adds a claim that the article only implies, in your words
command-delete-mark = Delete mark
    .hint = Deletes the chosen mark and its links
command-copy-to-mine = Copy into mine
    .hint = Copies another person’s mark into your layer
command-confirm-place = Confirm place
    .hint = Says that a mark whose words changed stands where the page shows it
command-next-candidate = Next place
    .hint = Shows the next of the places that a mark may be at
command-put-on-selection = Put on the selection
    .hint = Puts a mark whose words changed or are gone on the selected words
command-next-mark = Next mark
    .hint = Chooses the next mark in the text
command-previous-mark = Previous mark
    .hint = Chooses the mark before
command-next-alike = Next with the same tag
    .hint = Chooses the next mark with the tag of the chosen one
command-previous-alike = Previous with the same tag
    .hint = Chooses the mark before with the tag of the chosen one
command-next-of-person = Next of the same person
    .hint = Chooses the next mark of whoever made the chosen one
command-next-of-others = Next of somebody else
    .hint = Chooses the next mark that is not yours
command-next-difference = Next difference
    .hint = Goes to the next passage that people marked differently
command-previous-difference = Previous difference
    .hint = Goes to the passage before that people marked differently
command-toggle-differences = Show differences
    .hint = Shows with brackets round the words and frames round the bars what people marked differently
command-next-to-review = Next that needs a look
    .hint = Chooses the next mark whose words changed or are gone
command-who-marks = Who marks
    .hint = Says under whose name the marks are written
command-next-with-two-versions = Next with two versions
    .hint = Chooses the next mark that was changed on two machines or by a merge, to say which it shall be
command-propose-marks = Propose marks
    .hint = Outlines passages that look like a claim, a denial, a casualty report or an opinion; once more puts them away
command-accept-proposal = Accept the proposal
    .hint = Makes the outlined passage a mark of yours, with its source and figure, and goes to the next
command-refuse-proposal = Refuse the proposal
    .hint = Takes the outline away and goes to the next
command-next-proposal = Next proposal
    .hint = Goes to the next outlined passage
command-previous-proposal = Previous proposal
    .hint = Goes to the outlined passage before
command-propose-again = Bring refused proposals back
    .hint = Outlines those passages of the article again that you refused to mark
command-cycle-marks = Next mark here
    .hint = Where several marks lie, chooses the next of them
command-add-person = Add a person who marks…
    .hint = One more name under which marks are made here, such as that of a key for pupils
    .also = identity name user teacher key annotator
commands-mark-as = Mark as { $person }
    .hint = From now on marks are made under this name, in every folder
    .also = identity who user
commands-mark-here-as = Mark as { $person } in this folder
    .hint = From now on marks in this folder are made under this name
    .also = identity who user
command-grow-end = Extend end by a word
    .hint = Moves the end of the mark a word on
command-shrink-end = Shrink end by a word
    .hint = Moves the end of the mark a word back
command-grow-start = Extend start by a word
    .hint = Moves the start of the mark a word back
command-shrink-start = Shrink start by a word
    .hint = Moves the start of the mark a word on

## In the menu View

command-text-larger = Larger text
    .hint = Enlarges the article’s text
command-text-smaller = Smaller text
    .hint = Makes the article’s text smaller
command-text-usual = Usual text size
    .hint = 18 points
command-window-larger = Larger window elements
    .hint = Enlarges everything, panels too
command-window-smaller = Smaller window elements
    .hint = Makes everything smaller
command-window-usual = Usual size of window elements
    .hint = As large as at the first start
command-text-look = Text and colours
    .hint = Size, face, column, spacing and colours of the page
command-switch-face = Face without serifs
    .hint = Sets the article’s text without serifs, or with them
command-toggle-justify = Justify lines
    .hint = Justifies the lines of the article and hyphenates words, or leaves one edge uneven
command-go-back = Back
    .hint = Goes back to where the page was before the last jump
command-go-forward = Forward
    .hint = Goes forward again
command-toggle-signs = Hidden characters
    .hint = Shows signs for spaces, line feeds and characters that could mislead, or takes them away
command-toggle-numbers = Paragraph numbers
    .hint = Shows or hides the numbers of paragraphs in the margin
command-toggle-notes = Notes beside the text
    .hint = Shows or hides notes and links in the margin
command-next-panel = Next panel
    .hint = Moves the keyboard from the page to the marks, the fields, the folder and back
command-previous-panel = Previous panel
    .hint = Moves the keyboard round the other way
command-filter-marks = Find a mark
    .hint = Finds words among the marks
commands-colours = { $theme }
    .hint = Changes the colours of page and panels
commands-language = Language: { $language }
    .hint = Changes the language of the window

## In the sheet of keys and the palette, but in no menu

command-keep-piece = Keep and select one more piece
    .hint = Keeps what is selected; what is selected next is marked together with it
command-scroll-down = Scroll down
    .hint = Scrolls by a screen; the caret stays
command-scroll-up = Scroll up
    .hint = Scrolls back by a screen; the caret stays
command-switch-arrows = Arrows scroll the page
    .hint = As in browsers: whether the arrows move the caret or scroll the page
commands-next-of = Next { $tag }
    .hint = Chooses the nearest mark with this tag
commands-previous-of = Previous { $tag }
    .hint = Chooses the nearest mark with this tag
commands-next-of-person = Next mark of { $person }
    .hint = Chooses the nearest mark of this person
commands-toggle-person = Show or hide the marks of { $person }
    .hint = Hides the marks of this person, or shows them again
commands-only-person = Show only the marks of { $person }
    .hint = Hides the marks of everybody else
command-context-menu = Menu of what is chosen
    .hint = Shows the menu of a right click, where the keyboard is
    .also = context right click
commands-caret = { $Way }
    .hint = Moves the caret
commands-select = Select: { $way }
    .hint = Selects from the caret to there

## Commands that show and hide views; the label is the tab’s too

view-show = Show { $view }
view-page = Page: { $view }

command-toggle-folder = Folder
    .hint = Shows or hides the articles at the left
command-toggle-outline = Outline
    .hint = Shows or hides the headings at the left
command-toggle-found = Hits
    .hint = Shows or hides the hits of the search at the left
command-toggle-beside = Beside the text
    .hint = Shows or hides at the left what was left out of the article and what others wrote in the file
command-show-differences = Differences
    .hint = Shows where people who marked the same articles differ, and how far they agree
command-show-progress = Who has done what
    .hint = Shows for each person and article what is handed in, in work and not begun
command-toggle-feedback = Feedback
    .hint = Shows or hides at the right the grade of your marks: points, what became of each mark of the key, and why
    .also = grade points returned result teacher
command-toggle-page = Page of the file
    .hint = Shows or hides at the right the page of the PDF as it is drawn, with the chosen words in a box
command-toggle-marks = Marks
    .hint = Shows or hides the marks at the right
command-show-all-marks = All marks
    .hint = Shows every mark of the folder in a table that can be filtered and sorted
command-search-folder = Search the folder
    .hint = Finds words in the texts, titles and marks of all articles of the folder
command-show-changes = What changed
    .hint = Shows the text as it was beside the text as it is, and what changed in substance

## Ways of the caret

way-left = Character to the left
way-right = Character to the right
way-word-left = Word to the left
way-word-right = Word to the right
way-line-up = Line up
way-line-down = Line down
way-line-start = Start of the line
way-line-end = End of the line
way-next-sentence = Next sentence
    .hint = Selects this sentence, then the next one too
way-previous-sentence = Sentence back
way-next-paragraph = Next paragraph
way-previous-paragraph = Paragraph back
way-next-heading = Next heading
way-previous-heading = Previous heading
way-screen-up = Screen up
way-screen-down = Screen down
way-start = Start of the article
way-end = End of the article

## Colours of page and panels

colours-system = Colours as the system
colours-of = { $theme } colours
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-sepia = Sepia
theme-contrast = High contrast
theme-contrast-dark = High contrast, dark
shape-solid = one line
shape-double = two lines
shape-dotted = dots
shape-wavy = a wave
shape-dashed = dashes

## Another text of the article's file, above the page

banner-changed = The file has changed
banner-changed-so = The file has changed: { $what }
banner-told = The new text: { $what }
banner-read = This is the new text
banner-with-look =
    The new text: { $what }, { $count ->
        [one] { $count } mark needs a look
       *[other] { $count } marks need a look
    }
banner-see = See what changed
banner-see-short = See
banner-read-new = Read the new text
banner-read-new-short = Read
banner-look = Look at the marks
banner-look-short = Look
banner-later = Later
banner-later-hint = The page stays as it is until you read the new text
banner-done = Done
banner-done-hint = Takes this line away
banner-same = the file’s text is the same as before

## Both versions of an article

changes-title = What changed
changes-head-kind = What
changes-head-was = Was
changes-head-is = Is
changes-head-paragraph = Paragraph
changes-waiting = in the new text, which is not on the page yet
changes-since-file = since the file changed
changes-since-marked = since it was marked
changes-show = Show on the page
changes-whole = Whole text
changes-close = Close
changes-comparing = Comparing…
changes-no-other = No other version of this article is kept
changes-none-at-all = the words are the same
changes-none = nothing changed in substance
changes-count =
    { $count ->
        [one] { $count } change in substance
       *[other] { $count } changes in substance
    }
changes-same = Both versions say the same
changes-no-substance = No figure, date, source, negation, verb of attribution or word of certainty changed
changes-figure = figure
changes-date = date
changes-source = source
changes-negation = negation
changes-attribution = attribution
changes-certainty = certainty
changes-paragraph = paragraph { $number }
changes-line = { $kind }: { $what }, { $place }
changes-became = { $was } → { $now }
changes-gone = gone: { $was }
changes-new = new: { $now }
changes-before = Before
changes-now = Now
changes-folded =
    { $count ->
        [one] { $count } paragraph without changes
       *[other] { $count } paragraphs without changes
    }
changes-unfold = Show { $what }
changes-moved-to-paragraph = Moved to paragraph { $number }
changes-moved-down = Moved further down
changes-moved-up = Moved further up
changes-moved-from-above = Moved here from further up
changes-moved-from-below = Moved here from further down
changes-row-both = Before: { $before } Now: { $now }
changes-row-moved-away = Moved away: { $words }
changes-row-moved-here = Moved here: { $words }
changes-row-gone = Gone: { $words }
changes-row-new = New: { $words }

## Dialogs

dialog-close = Close
dialog-done = Done
dialog-cancel = Cancel
dialog-open-articles = Open articles
dialog-open-folder = Open a folder of articles
dialog-filter-articles = Articles
dialog-filter-all = All files

## Open articles

window-title = { $article } – Postil
article-stays-open = the article stays open so that nothing is lost
article-no-place = the article has no such place
article-no-note = the article has no such note
article-address-copied = address copied: { $address }
article-gone = the file `{ $name }` is gone
article-gone-hint = What is open stays open, and its marks are kept
open-too-many = too many articles are to be opened before `{ $path }`
open-too-many-hint = Open it again when those before it have been read
name-not-kept = your name cannot be kept: { $reason }
name-not-kept-hint = You will be asked again

## Going about in an article

heading-none-at-all = the article has no headings
heading-none-below = there is no heading below
heading-none-above = there is no heading above
piece-kept = kept; select one more piece, then press the key of a tag
arrows-scroll = arrows scroll the page
arrows-move = arrows move the caret
mark-made = marked as { $tags }: { $quote }
mark-has-now = the mark is now: { $quote }
mark-told = { $tags }: { $quote }
mark-told-noted = { $tags }: { $quote }. Note: { $note }
going-none = there is no { $what }
going-no-other = there is no other { $what }
going-same-tag = mark with the same tag
going-of-person = mark of { $person }
going-of-others = mark of somebody else
going-needs-look = mark that needs a look
going-no-back = there is no place to go back to
going-no-forward = there is no place to go forward to
go-to-none = This article has no paragraphs to count. A share of it such as 50% works too.
go-to-range =
    { $last ->
        [one] This article has one paragraph. A share of it such as 50% works too.
       *[other] A number from 1 to { $last }, or a share of the article such as 50%
    }
go-to-field = Paragraph
go-to-missing = There is no such paragraph
go-to-does = Go

## Saving

save-failed-kept = The marks are kept in the program’s log, and saving is tried again
save-failed-here = The marks stay here and saving is tried again
close-kept = Close again: the marks are kept in the program’s log, and the next start saves them
close-loses = Close again to lose the marks that are not saved
disk-silent = the disk does not answer

## Conflict copies, and marks with several versions

copies-none = no conflict copies lie beside this article
copies-removed =
    { $count ->
        [one] { $count } conflict copy was removed
       *[other] { $count } conflict copies were removed
    }
copies-more = And { $count } more like it
copies-about = A sync tool made these copies when two machines wrote the same file. Postil reads them as one with it. A copy goes for good when the file itself holds all it has; what only a copy of your own marks has is written into your file first.
copies-of = marks by { $person }
copies-remove = Remove
versions-none = there is no mark with two versions
versions-next = Next
versions-later = Later
versions-not-yours = Only { $person } can say which it shall be
versions-keep-this = Keep this
versions-keep-this-hint = The mark stays as it is shown
versions-keep-other = Keep the other
versions-keep-nth =
    { $nth ->
        [2] Keep the second
        [3] Keep the third
       *[other] Keep number { $nth }
    }
versions-keep-other-hint = The mark becomes what the other version says
versions-both = Keep both notes
versions-both-hint = The mark stays as it is shown, with the notes of all versions
versions-of-mark =
    { $count ->
        [2] Two versions of this mark
       *[other] { $count } versions of this mark
    }
versions-of-link =
    { $count ->
        [2] Two versions of this link
       *[other] { $count } versions of this link
    }
versions-shown = This one is shown
versions-other = The other
versions-nth =
    { $nth ->
        [2] The second
        [3] The third
       *[other] Number { $nth }
    }
versions-from = from { $when }
versions-deleted-at = deleted { $when }
versions-deleted = Deleted
versions-newer = Something that a newer Postil wrote
versions-passage = Passage: “{ $quote }”
versions-tags = Tags: { $tags }
versions-note = Note: { $note }
versions-no-note = No note
versions-source = Source: { $source }
versions-no-source = No source
versions-figure = Figure: { $figure }
versions-no-figure = No figure
versions-mark-gone = a mark that is gone

## Finding words in an article

find-words = Words
find-expression = Expression
find-field = Find in the article
find-case = Match case
find-whole = Whole words
find-regex = Regular expression
find-previous = Previous hit
find-next = Next hit
find-list = List
find-list-hint = List the hits
find-mark = Mark…
find-mark-hint = Mark every occurrence
find-close = Close the search
find-running = Searching…
find-so-far = { $count } so far…
find-nothing = Not found
find-one-of = { $nth } of { $count }
find-one-of-more = { $nth } of more than { $count }
found-nothing = Nothing is looked for. { $key } finds words in the article, { $folder } in the whole folder
found-find = Find in the article…
found-hit = Hit { $nth }: { $words }
mark-all-places =
    { $count ->
        [one] One place has “{ $words }”. It gets a mark with the tag:
       *[other] { $count } places have “{ $words }”. Each gets a mark with the tag:
    }
mark-all-too-many = At most { $most } places can be marked at once. Look for more words.
mark-all-many = These are more marks than anybody reads one by one. One undo takes them all back.
mark-all-does =
    { $count ->
        [one] Mark { $count } place
       *[other] Mark { $count } places
    }

## The headings at the left

outline-none = This article has no headings. { $key } goes to a paragraph by its number
outline-filter = Filter
outline-filter-field = Filter the headings
outline-heading = Heading: { $words }

## Marks that need a look

review-changed = Its words changed
review-several = It may be in several places
review-gone = Its words are gone
review-said = It said
review-now = Now there
review-maybe = It may be here (fits { $percent } %)
review-place = Place { $nth } (fits { $percent } %)
review-nothing = Nothing in the text is like it
review-more = … and { $count } more places
review-show = Show
review-show-hint = Show this place on the page
review-show-place = Show place { $nth }
review-right = It is right
review-right-hint = The mark stays here; what it said before is kept beside it
review-put = Put it here
review-put-hint = The mark is put here; what it said before is kept beside it
review-put-place = Put it at place { $nth }
review-or-select = Or select the words it belongs on
review-put-selection = Put it on the selection
review-not-yours = Only who made it can say where it belongs; copy it into yours to do so
review-leave = Leave it
review-leave-hint = It stays as it is, with all it said, and is passed by for now
review-next = Next
review-nothing-alike = nothing in the text is like this mark
review-is-this = is this the place? Do it again to put the mark here
review-choose-first = choose a mark that needs a look, then select the words it belongs on
review-left = left as it is

## Earlier states of one’s marks

earlier-none = None has been kept yet. Before the first change of each day the state of your marks is put aside.
earlier-about = The state before the first change of each day. Bringing one back is a change like any other: undo takes it back.
earlier-bring-back = Bring back { $day }
earlier-size =
    { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }, { $size } kB

## Encodings

encoding-as-chosen = The file was read as { $name }, as you chose. Marks stay with their words.
encoding-as-found = The file was read as { $name }, as it seemed to be. Marks stay with their words.
encoding-another = Another
encoding-read-again = Read again
encoding-unicode = Unicode
encoding-cyrillic-windows = Cyrillic, Windows
encoding-cyrillic-koi = Cyrillic, KOI8
encoding-cyrillic-dos = Cyrillic, DOS
encoding-arabic-windows = Arabic, Windows
encoding-arabic-iso = Arabic, ISO
encoding-hebrew-windows = Hebrew, Windows
encoding-western = Western Europe
encoding-central = Central Europe
encoding-greek = Greek
encoding-chinese = Chinese
encoding-unicode-16 = Unicode, 16 bits
encoding-repaired = Letters that were broken before

## Settings

settings-colours = Colours
settings-face = Face
settings-serif = Serif
settings-sans = Sans
settings-size = Text size
settings-height = Line height
settings-characters = Characters to a line
settings-alignment = Alignment
settings-justify = Justify lines
settings-justify-hint = Words are hyphenated where that keeps gaps small
settings-hidden = Hidden characters
settings-hidden-show = Show them by signs
settings-motion = Motion
settings-motion-of = { $motion } motion
settings-name = You mark as
settings-name-later = asked at the first mark
settings-unread = the settings could not be read; the usual ones hold, and the file is kept as { $file }
settings-partly-unread = of the settings these could not be read, and the usual ones hold for them: { $names }
motion-system = As the system
motion-system-hint = As much as the desktop wishes
motion-full = Full
motion-full-hint = What opens and scrolls may glide
motion-less = Less
motion-less-hint = Nothing glides or fades

## Pictures that are not shown

picture-network = not fetched, because Postil uses no network
picture-missing = its file is not beside the article
picture-outside = not shown, because it lies outside the article’s folder
picture-drawing = a drawing in SVG, which is not shown
picture-too-large = not shown, because it has more than 32 MB or 50 megapixels
picture-broken = its file cannot be read as a picture

## Languages, numbers and days

language-system = As the system
settings-language = Language
number = { $number }
date-day = { $day } { $month } { $year }
date-days = { $first }–{ $last } { $month } { $year }
date-day-of-year = { $day } { $month }
date-span = { $first } – { $last }
date-month = { $month } { $year }
date-day-short = { $day } { $month } { $year }
date-month-short =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
date-month-name =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }

## The columns of the table of all marks

column-words = Words
column-tags = Tag
column-article = Article
column-outlet = Outlet
column-date = Date
column-person = Person
column-source = Source
column-figure = Figure
column-links = Links
column-note = Note
column-placement = Placement
placement-whole = whole article
placement-implied = implied
placement-exact = in its place
placement-moved = moved
placement-changed = words changed
placement-ambiguous = several places
placement-gone = words gone

## The bar at the top

saving-nothing = No marks of yours
saving-nothing-hint = Nothing to save
saving-saved = Saved
saving-saved-hint = Every mark is in your layer file beside the article
saving-handed-in = Handed in { $at }
saving-handed-in-hint = Your marks stay as they are. A click shows the file to send back; “Take back what you handed in” in the menu Class lets you go on
saving-kept = Kept, saving…
saving-kept-hint = The last change is in the program’s log
saving-changed = Changed, saving…
saving-changed-hint = The last change is on its way to the disk
saving-failed-kept = Kept, not saved
saving-failed-kept-hint = { $reason }. The marks are kept in the program’s log
saving-failed = Not saved

## How the page looks

look-size = Text
look-points = { $size } pt
look-column = Column
look-characters = { $count } letters
look-spacing = Spacing
look-face = Face
look-serif = Serif
look-sans = Sans
look-more = More { $what }
look-less = Less { $what }
look-system = System
look-numbers = Number paragraphs
look-justify = Justify lines
look-notes = Notes beside the text
look-signs = Show hidden characters

## The sheet of keys

keys-about = Click a line, or press Enter on it, to choose other keys
keys-find = Find a key or a command
keys-no-match = No command has these words
keys-usual-all = Usual keys for all
keys-change = Change
keys-change-of = Change { $key }
keys-remove = Take away
keys-remove-of = Take { $key } away
keys-not-typing = not while you type
keys-add = Add a key
keys-add-for = Add a key for { $command }
keys-usual = Usual keys
keys-usual-for = Usual keys for { $command }
keys-taken = { $key } is “{ $command }”, which would lose it
keys-take = Take it
keys-leave = Leave it
keys-press = Press the new keys; Esc leaves it as it is
keys-now = { $key } is now “{ $command }”
keys-unfit-tab = Tab goes from part to part of the window
keys-unfit-clipboard = These keys belong to the clipboard
keys-legend = The tags, by colour and by shape

## A path that is typed

path-article = Open an article
path-folder = Open a folder
path-about = The system shows no dialog, so choose here, or type a path
path-field = Path
path-open = Open
path-open-folder = Open this folder
path-above = folder above

## What was done

done-undone = undone: { $step }
done-again = done again: { $step }
done-deleted = mark deleted
done-handed-in = handed in on { $at }
done-taken-back = taken back: you can go on working, and hand in again
done-convention = Words without a number are read so in this folder: { $convention }
done-copied = copied into your marks
done-kept-this = this version is kept
done-kept-other = the other version is kept
done-kept-both = both notes are kept
done-marked =
    { $count ->
        [one] { $count } place marked as { $tag }
       *[other] { $count } places marked as { $tag }
    }
done-marked-some =
    { $count ->
        [one] { $count } place marked as { $tag }; { $before } had been before
       *[other] { $count } places marked as { $tag }; { $before } had been before
    }
done-marked-before =
    { $count ->
        [one] the one place is marked as { $tag } already
       *[other] all { $count } places are marked as { $tag } already
    }
done-as-then = your marks are as they were on { $day }
done-restored =
    { $count ->
        [one] restored the state of { $day }: { $count } change
       *[other] restored the state of { $day }: { $count } changes
    }
step-mark = mark
step-tag = tag as { $tag }
step-untag = take off { $tag }
step-retag = retag as { $tag }
step-places =
    { $count ->
        [one] mark { $count } place as { $tag }
       *[other] mark { $count } places as { $tag }
    }
step-imply = add an implied claim
step-note = edit the note
step-add-to-note = add to the note
step-source = set the source
step-figure = set the figure
step-delete = delete a mark
step-ends = change the ends of a mark
step-copy = copy a mark
step-remark = take over a comment
step-accept = accept as { $tag }
step-take-in = take marks in
step-link = link two marks
step-unlink = unlink two marks
step-relink = change the kind of a link
step-confirm = confirm a place
step-put = put a mark in its place
step-settle = settle two versions
step-decide = decide on others’ marks
step-restore = restore an earlier state
step-take-back = take back: { $step }

## What came in

news-codebook = the codebook has changed
news-came-in =
    { $count ->
        [one] { $count } mark by { $person } came in
       *[other] { $count } marks by { $person } came in
    }
news-came-in-mine =
    { $count ->
        [one] { $count } mark by another of your machines came in
       *[other] { $count } marks by another of your machines came in
    }
news-changed = { $person }’s marks changed: { $how }
news-changed-mine = your marks changed: { $how }
news-more = { $count } more
news-fewer = { $count } fewer
news-different = { $count } different
news-mine-removed = the file of your marks was removed; your next change writes it again
news-gone = the file of { $person }’s marks is gone

## Why something is refused

refused-no-undo = there is nothing to undo
refused-no-redo = there is nothing to redo
refused-no-selection = nothing is selected
refused-source-is-mark = the selected words are the mark itself, and not who says it
refused-no-mark = no mark is chosen
refused-no-wording = an implied claim needs words
refused-no-proposal = nothing is proposed here
refused-nothing-refused = you refused no proposal in this article
refused-rules = the rules in { $path } cannot be used: { $reason }
refused-hint-propose = choose “Propose marks” first
refused-no-remark = the file has no such comment
refused-no-words = a mark needs words to stand on
refused-own-mark = it is your own mark already
refused-handed-in = your marks were handed in on { $at }, and stay as they are
refused-nothing-to-hand-in = you have marked nothing there
refused-not-mine = it is not among your marks
refused-read-only-mark = this mark cannot be changed: { $reason }
refused-read-only = nothing can be marked: { $reason }
refused-no-annotator = nobody has said who marks here
refused-linked-to-itself = a mark cannot be linked to itself
refused-linked-already = these marks are linked so already
refused-no-place = “{ $words }” does not stand in the article
refused-too-many = { $count } places are too many to mark at once
refused-too-long = a passage of { $size } KiB is too long for a mark
refused-others-conflict = only { $person } can say which version it shall be
refused-no-notes = there are no two notes to be joined
refused-newer-version = a newer Postil wrote the other version
refused-no-place-to-confirm = this mark has no place to confirm
refused-no-state = no state of your marks was kept on { $day }
refused-damaged-state = the state of { $day } is damaged and cannot be read
refused-hint-no-selection = Select the words to be marked
refused-hint-source-is-mark = Select the name of who says it, or take it as the text tells
refused-hint-no-mark = Click one in the text or in the list
refused-hint-to-put = Select the words first
refused-hint-delete = Delete it instead
refused-hint-copy = Copy it into yours first
refused-hint-newer = Install the newer version, or mark under another name
refused-hint-name = Give your name first
refused-hint-handed-in = “Take back what you handed in” in the menu Class lets you go on
refused-hint-too-many = At most { $most } can be; look for more words
refused-hint-too-long = Mark at most { $size } KiB
refused-hint-others-conflict = Copy the mark into yours to work with it
refused-hint-newer-version = Settle it there, or keep this one
refused-hint-put = Select its words and put it there
read-only-newer = the layer was written by a newer Postil
read-only-others = these are the marks of { $person }

## Files that cannot be read or written

save-failed = the marks cannot be saved in `{ $name }`: { $reason }
open-failed = cannot open `{ $path }`: { $reason }
read-failed = cannot read `{ $path }`: { $reason }
open-hint-not-found = look at the spelling of the path
open-hint-denied = ask for the right to read the file, or open a copy of it
open-hint-folder = open a folder in the window, or name one of its articles
open-hint-host = open a copy of the article in a folder of your own
import-too-large = it has more than { $most } MiB, the most that is read of one article
import-binary = it is no text: its bytes fit no encoding of letters
import-unsupported = it is { $kind }, which Postil does not read
import-shortcut = it only says where a page is: `{ $address }` lies in the web, and Postil never fetches anything
import-failed = postil's own reader gave up on it, which is a mistake of postil
import-protected = it is a book that is protected against copying (DRM): its text is encrypted
import-protected-by = it is a book that is protected against copying ({ $scheme } DRM): its text is encrypted
import-no-page = it is the archive of a web page, and there is no page in it
import-damaged-list = it is a web archive, and the list of its files is damaged
import-too-many-values = it is a web archive that stands for more than it holds, or nests too deep
import-damaged-pdf = it begins as a PDF file and is damaged so that nothing of it can be read
import-unknown-lock = it is a PDF file that is encrypted in a way that is not known here
import-locked = it is locked with a password
import-wrong-password = it is locked, and the password does not open it
import-unknown-encoding = there is no encoding called `{ $label }`
import-too-long = reading it was ended after { $seconds } seconds, the longest that one article may take
import-too-much-memory = reading it needs more than { $most } MiB of memory, the most that one article may take
import-crashed = the process that read it came to an unexpected end
import-stopped = reading it was ended, since nobody waited for it any more
foreign-pdf = a PDF file
foreign-rtf = an RTF file
foreign-old-office = an old Microsoft Office file, or a newer one with a password
foreign-spreadsheet = a spreadsheet
foreign-presentation = a presentation
foreign-iwork = a Pages, Numbers or Keynote file
foreign-zip = a zip file
foreign-archive = a packed archive
foreign-kindle = a Kindle book
foreign-djvu = a DjVu file
foreign-postscript = a PostScript file
foreign-picture = a picture
foreign-sound = a sound recording
foreign-film = a film
foreign-font = a font
foreign-program = a program
foreign-database = a database
way-in-text = save it as text or as a web page and open that
way-in-document = save it as DOCX or ODT in a word processor and open that
way-in-spreadsheet = save the sheet as a web page or as text and open that
way-in-presentation = save its outline as text or the slides as PDF and open that
way-in-iwork = export it as DOCX, EPUB or PDF and open that
way-in-unpack = unpack it and open the articles that are in it
way-in-kindle = save it as EPUB and open that
way-in-picture = Postil reads no letters in pictures: have a program for text recognition save them as text and open that
way-in-postscript = save it as PDF and open that
way-in-words = open its words instead: a transcript as text, or subtitles (.srt, .vtt)
way-in-none = look for the article itself: this file holds none
way-in-database = export its texts from the program that it belongs to and open those
import-hint-too-large = cut it into parts and open those
import-hint-binary = open the article as text, Markdown or a saved web page
import-hint-failed = save it as plain text and open that; the file shows the mistake, so please report it
import-hint-protected = ask its publisher for a copy without protection; Postil takes none away
import-hint-save-page-anew = open the page in a browser and save it anew
import-hint-damaged-pdf = get it anew from where it came from
import-hint-unknown-lock = open it in the program that made it and save it without a password
import-hint-password = give the password of the file
import-hint-unknown-encoding = try a name such as windows-1251, windows-1256, koi8-r or utf-16le
import-hint-too-much = the file may be damaged or made to do harm; cut it into parts, or save it as plain text and open that
import-hint-crashed = nothing else was touched; save it as plain text and open that, and please report the file
import-hint-stopped = open it again
archive-no-list = it is an archive (zip) without the list of its parts, which stands at its end: it was cut short or is damaged
archive-too-many = it is an archive (zip) of more than { $most } parts, the most that are read
archive-too-large = its parts unpack to more than { $most } MiB, the most that is unpacked of one article
archive-too-large-part = its part `{ $part }` has more than { $most } MiB, the most that is read of it
archive-ratio = its part `{ $part }` unpacks to more than { $most } times its size, which no text does
archive-missing = its part `{ $part }`, which holds the text, is missing
archive-damaged = its part `{ $part }` is damaged
archive-password = its part `{ $part }` has a password
archive-packing = its part `{ $part }` is packed in a way that is not read
archive-empty = it is an empty archive (zip)
archive-no-article = it is an archive (zip) of { $count ->
    [one] one file, `{ $part }`,
   *[other] { $count } files, of which `{ $part }` is the first,
} and no article that is read
archive-hint-again = get the file again, or open it in the program that made it and save it anew
archive-hint-cut = cut the article into parts in the program that made it, or save it as text
archive-hint-password = open it in the program that made it and save it without a password
archive-hint-unpack = unpack it and open the article that is in it
file-not-found = there is no such file
file-denied = the system gives no permission
file-folder = it is a folder
file-special = it is no ordinary file
file-full = the disk is full
file-read-only = the folder cannot be written
file-link = it is a link to something that is not this layer
file-outside = it lies outside the article's folder
file-failed = Postil made a mistake
file-no-folder = a folder on its way is a file
file-folder-gone = its folder is gone
file-name-too-long = its name is too long
file-too-long = it has more than { $most } MiB, the most that is read of it
file-newer = a newer Postil wrote it
file-no-text = it is no text
file-system = the system says “{ $words }”

## Titles and words of dialogs

title-who = Who marks here?
title-palette = All commands
title-keys = Keys
title-settings = Settings
title-earlier = Earlier states of my marks
title-encoding = Read with another encoding
title-correct = Correct date and outlet
correct-about = For when the article’s file is wrong. The file stays as it is; sorting, incidents and counts follow what you say.
correct-date = Published on
correct-outlet = Published by
correct-file-says = The file says: { $words }
correct-file-silent = The file says nothing.
correct-do = Correct
title-imply = An implied claim
title-mark-all = Mark every occurrence
title-go-to = Go to paragraph
title-versions = Which shall it be?
title-copies = Remove conflict copies
title-about = About Postil
who-about = Your name goes into the file of your marks, so that others can tell them from their own. It stays on this machine and in those files.
who-name = Name
who-start = Start marking
imply-about = When an article reports only the denial: what is being denied, in your own words.
imply-wording = Wording
imply-add = Add
about-what = A reader in which people mark what an article says: who claims, who denies, who died by whose count, and what is only opinion. It never says who is right.
about-licences = MIT or Apache-2.0. Faces under the Open Font License: Source Serif, Inter, JetBrains Mono, Noto Naskh Arabic, Noto Serif Hebrew.
palette-hint = Type some letters of a command
palette-no-match = No command has these letters

## A mark in words

date-moment = { $day }, { $time } UTC
mark-untagged = Note
row-of-mark = { $tags }: { $quote }
row-with-versions = { $tags }: { $quote }, two versions
row-versions = ⚠ two versions
row-now = now “{ $words }”
hover-more = and { $count } more
hover-changed = The words changed since they were marked
picture-unnamed = A picture
note-back = Back to the text, note { $label }
note-reference = Footnote { $words }
strip-name = Overview: { $mine } of your marks, { $theirs } by others, { $found } found
strip-found = { $count } found here

## Where no article is open, and what is said of one

empty-reading = Reading…
empty-reading-name = Reading { $name }…
empty-stop = Stop
empty-stop-hint = Reads no further and opens nothing
empty-title = Open an article to read it and mark what it says
empty-about = Text, Markdown or a saved web page: drop it here, or choose it
empty-open = Open…
empty-open-folder = Open folder…
drop-to-open = Drop to open
note-on = Note on { $what }
link-not-here = a mark that is not here
tagbar-tag = The passage { $description }
tagbar-note = Marks the words and opens a note{ $key }
recovered =
    { $count ->
        [0] recovered changes to { $name }
        [one] recovered { $count } change to { $name }
       *[other] recovered { $count } changes to { $name }
    }
recovered-waits =
    { $count ->
        [0] changes to { $name } are kept and wait: { $reason }
        [one] { $count } change to { $name } is kept and waits: { $reason }
       *[other] { $count } changes to { $name } are kept and wait: { $reason }
    }
recovered-waits-read-only = the layer cannot be changed
recovered-waits-no-article = the article is gone
recovered-with = { $what }: { $details }
warning-written-again = the file of your marks was gone; it has been written again
moved-mine = this article was moved: your marks were found in { $folders }; they are saved beside the article from the next change on
moved-of = this article was moved: the marks of { $person } were found in { $folders }
moved-mine-and-of = this article was moved: your marks and those of { $person } were found in { $folders }; yours are saved beside the article from the next change on
moved-of-several = this article was moved: the marks of { $count } people were found in { $folders }
moved-mine-and-several = this article was moved: your marks and those of { $count } people were found in { $folders }; yours are saved beside the article from the next change on

## How many

figure-about = about { $number }
figure-worded = “{ $words }”

## Why a command is greyed out

lack-article = No article is open
lack-in-view = The article is not in view: go back to it by its tab, and then do this
lack-folder = No folder is open
lack-words = No words are selected
lack-mark = No mark is chosen
lack-own-mark = No mark of yours is chosen
lack-others-mark = No mark of another person is chosen
lack-words-or-mark = Select some words, or choose a mark
lack-chosen = No marks are chosen in the table
lack-source = No mark of yours is chosen that can say who says it
lack-figure = No mark of yours is chosen that can say how many
lack-placed-mark = The chosen mark has no place in the text
lack-unclear-mark = No mark is chosen that needs a look
lack-own-unclear-mark = No mark of yours is chosen that needs a look
lack-marks = The article has no marks
lack-versions = No mark has several versions
lack-my-marks = You have marked nothing here
lack-handed-in = Your marks are not handed in
lack-copies = No conflict copies lie beside the article
lack-other-text = No other version of the article is known
lack-others = Nobody else has marked this article
lack-web-page = The article is no saved web page
lack-beside = Nothing was left out of this article, and its file has no comments
lack-feedback = Nobody gave feedback on marks of this article
lack-pages = The article’s file has no pages
lack-deed = There is nothing to undo
lack-undone-deed = Nothing was undone that could be done again
lack-proposals = Nothing is proposed
lack-many-edits = The marks of many articles were not changed at once

## The menus of a right click

context-tag = Tag
context-also-tag = Also tag
context-none = nothing here has a menu

## Copying, and files elsewhere

copied = copied
copied-citation = copied with its citation
citation-page = p. { $page }
copied-marks =
    { $count ->
        [one] { $count } mark copied
       *[other] { $count } marks copied
    }
copied-no-marks = no marks to copy: the article has none
copied-path = path copied
reveal-failed = the system shows no folder
reveal-failed-hint = The file lies at { $path }

## Who marks

who-heading = You mark as
who-nobody = Asked at the first mark
who-nobody-short = Nobody yet
who-named = You mark as { $person }
who-mark-as = Mark as { $person }
who-everywhere = Everywhere
who-here = Only in this folder
who-add = Add a person…
who-add-title = Add a person who marks
who-add-about = Each name has a file of its own beside the article. Marks that are made under one are changed only under that one.
who-add-does = Mark as this person
who-colour = Colour
who-colour-nth = Colour { $nth }
who-where = Marks
who-now = you mark as { $person } now
who-now-here = you mark as { $person } now, in the folder { $folder }
who-unsaved = Who marks stays the same until these marks are saved

## An article of what was pasted

paste-heading = New article from the clipboard
paste-rich = Rich text, with its headings, lists and links
paste-plain = Plain text
paste-title = Title
paste-address = Address, if you know it
paste-folder = Folder
paste-file = Written once, as { $name }, and never over another file
paste-does = Make the article
paste-nothing = the clipboard holds no words
paste-no-folder = there is no folder `{ $folder }`
paste-not-written = the article cannot be written: { $reason }
paste-names-taken = there are too many files called like `{ $name }`: give the article another title
paste-made = a new article was made of the clipboard
empty-paste = New from clipboard…
empty-paste-hint = Or press Ctrl+V
web-never = `{ $address }` lies in the web, and Postil never fetches anything
web-never-hint = Save the page in your browser (Ctrl+S) and open that file, or copy its words and paste them here

## How to begin

first-select = Select
first-select-how = drag, or press S
first-tag = Tag
first-tag-how = { $tags }
first-who = Who
first-who-how = in the card at the right
first-saved = Saved
first-saved-how = by itself; Ctrl+Z takes anything back
first-close = Put this line away
first-close-hint = Puts this line away for good

## The line at the foot

foot-nothing = No article is open
foot-text = Text
foot-markdown = Markdown
foot-pdf = PDF
foot-docx = Word file
foot-odt = OpenDocument text
foot-subtitles = Subtitles
foot-book = Book
foot-page-article = Web page, its article
foot-page-whole = Web page, all of it
foot-page-with-left-out = Web page, with what was left out
foot-encoding = The file’s encoding. Click if letters look wrong
foot-versions =
    { $count ->
        [one] { $count } mark has two versions
       *[other] { $count } marks have two versions
    }
foot-versions-hint = Both are kept until you say which it shall be
foot-copies =
    { $count ->
        [one] { $count } conflict copy
       *[other] { $count } conflict copies
    }
foot-copies-hint = They are read as one with their file. Click to remove them
foot-proposals =
    { $count ->
        [one] { $count } mark is proposed
       *[other] { $count } marks are proposed
    }
foot-proposals-hint = Passages in outlines. Click to go to the next
foot-review =
    { $count ->
        [one] { $count } mark needs a look
       *[other] { $count } marks need a look
    }
foot-review-hint = Their words changed or are gone; they stand at the end of the list. Click to go to the next
foot-misleading =
    { $count ->
        [one] { $count } hidden character could mislead
       *[other] { $count } hidden characters could mislead
    }
foot-misleading-hint = They change the order of words, hide them or split them. Click to see where they are
foot-misleading-shown = They have signs on the page. Click to take the signs away
foot-warnings = { $count } things to know
foot-marks =
    { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
foot-marks-by =
    { $count ->
        [one] { $count } mark by { $people } people
       *[other] { $count } marks by { $people } people
    }

## Tabs

tab-close = Close { $tab }

## Beside the text

beside-none = The file has nothing beside the article’s text
beside-left-out =
    { $count ->
        [one] One passage was left out, { $words } words
       *[other] { $count } passages were left out, { $words } words in all
    }
beside-take-in = Read them at their place
beside-leave-out = Leave them out again
beside-somebody = Somebody
beside-row = { $heading }: { $words }
beside-take-over = Take over as a mark
beside-take-over-hint = Makes a mark of your own on the words that the comment is about; its note says who wrote it
beside-copy = Copy
foot-left-out =
    { $count ->
        [one] Left out: one passage, { $words } words
       *[other] Left out: { $count } passages, { $words } words
    }
foot-left-out-hint = They stand in or near the article and seem to be no part of it. Click to read them
foot-remarks =
    { $count ->
        [one] One comment in the file
       *[other] { $count } comments in the file
    }
foot-remarks-hint = Others wrote them in the margin before the file came to you. Click to read them
foot-locator-page = Page { $label }
foot-locator-chapter = { $label }
left-out-here = Left out here. { $heading }: { $words }
left-out-heading =
    { $count ->
        [one] { $reason } · one word
       *[other] { $reason } · { $count } words
    }
left-out-navigation = Links to other pages
left-out-share = Buttons to share
left-out-subscription = Offer to subscribe
left-out-form = Form
left-out-teasers = Other articles
left-out-advertisement = Advertisement
left-out-comments = Readers’ comments
left-out-hidden = Not shown by the page
left-out-page-header = Head of the page
left-out-page-footer = Foot of the page
left-out-page-number = Page number
left-out-deleted = Deleted by an author
left-out-remark = The author’s own remark
left-out-formula = Formula
left-out-reading = How characters are read

## The codebook that comes built in

tag-claim = Claim
    .plural = Claims
    .one = a claim
    .description = asserts that something is so, and evidence could settle it
tag-denial = Denial
    .plural = Denials
    .one = a denial
    .description = rejects a statement, made here or elsewhere
tag-casualty-report = Casualty report
    .plural = Casualty reports
    .one = a casualty report
    .description = counts people harmed: killed, injured, missing, detained, displaced or captured
tag-opinion = Opinion
    .plural = Opinions
    .one = an opinion
    .description = judges, predicts or urges; no evidence could settle it
question-rejects = Does it reject a statement, made here or elsewhere?
question-counts = Does it count people harmed, or say that there are none?
question-evidence = Could evidence settle it?
question-judges = Does it judge, predict or urge?
relation-denies = denies
    .inverse = denied by
relation-disputes-figure = disputes the figure of
    .inverse = figure disputed by
relation-partly-denies = partly denies
    .inverse = partly denied by
relation-corrects = corrects
    .inverse = corrected by
relation-confirms = confirms
    .inverse = confirmed by
relation-part-of = counts a part of
    .inverse = includes the count of
relation-repeats = repeats
    .inverse = repeated by
relation-responds-to = responds to
    .inverse = answered by

## What there is to know of an article as it was read

reading-judged = the file is not UTF-8; judged by its letters it was read as { $encoding }
reading-damaged =
    { $count ->
        [one] one place could not be read as { $encoding } and is shown as �: line { $line }, byte { $byte } of the file
       *[other] { $count } places could not be read as { $encoding } and are shown as �; the first is in line { $line }, byte { $byte } of the file
    }
reading-one-block-page = after 1,000,000 blocks the rest of the page is one block
reading-one-block = after 1,000,000 blocks the rest of the file is one block
reading-cut = only the first 1,000,000 blocks of the file are read
reading-whole-page = the article could not be told from the rest of the page, so all of the page is shown
reading-hidden = behind an offer to subscribe the page hides { $count } more paragraphs of the article, which are left out
reading-has-html = the file has HTML in it: its tags are left out and its words kept
reading-too-deep = quotations and lists nest too deep and are shown less deep
reading-pictures =
    { $count ->
        [one] { $count } of its pictures is left out: there are too many, or their addresses are too long
       *[other] { $count } of its pictures are left out: there are too many, or their addresses are too long
    }
reading-part = a part of the file is not read: { $reason }
reading-part-cut = the file is damaged: what follows the last words shown could not be read
reading-changes = the file has recorded changes, which are read as accepted{ $count ->
    [0] { "" }
    [one] ; one deleted passage is left out
   *[other] ; { $count } deleted passages are left out
}
reading-embedded = files of other kinds stand in the text and are not read: { $count }
reading-attached =
    { $count ->
        [one] one file was sent with the mail and is not read: { $names }
       *[other] { $count } files were sent with the mail and are not read: { $names }
    }
reading-broken = letters of the file were broken before it was written ({ $seen } for { $meant }): File > Read with encoding repairs them
reading-plain-words = the page is shown as plain words, because { $reason }
reading-cap-attributes = its tags have too many attributes
reading-cap-depth = its elements nest too deep
reading-cap-elements = it has too many elements
reading-cap-signs = it has too many signs of mark-up
reading-protected-parts =
    { $count ->
        [one] one part of the book is protected against copying (DRM) and left out
       *[other] { $count } parts of the book are protected against copying (DRM) and left out
    }
reading-missing-parts =
    { $count ->
        [one] one part that the book names is not in the file, or cannot be read
       *[other] { $count } parts that the book names are not in the file, or cannot be read
    }
reading-no-spine = the book does not say in which order it is read; its pages stand in the order of their names
reading-long-book = only the beginning of the book is read: at most { $parts } parts and { $size } MiB of text
reading-frames =
    { $count ->
        [one] a frame of the page has words that are no part of the article; all of the page shows them
       *[other] { $count } frames of the page have words that are no part of the article; all of the page shows them
    }
reading-many-files = only { $count } of the files that were saved with the page are looked at
reading-scanned = the pages are pictures (a scan): there is no text in the file, and none can be read out of it here
reading-scanned-pages =
    { $count ->
        [one] page { $pages } is a picture without text (a scan)
       *[other] pages { $pages } are pictures without text (a scan)
    }
reading-unknown-letters = the file does not say which letters { $count } of its { $of } glyphs are; they are shown as � or as the font has them
reading-pages-cut = only the first { $count } of { $of } pages are read
reading-pages-too-much =
    { $count ->
        [one] page { $pages } is not read to the end, since so much is drawn there
       *[other] pages { $pages } are not read to the end, since so much is drawn there
    }
reading-part-too-deep = the elements of the file stand in each other too deep; what follows there is not read
reading-empty = the file is empty
reading-no-text = the file has no text

## What there is to know of the files beside it

layers-no-codebook = the codebook “{ $path }” cannot be used: { $reason }; the built-in one holds
layers-of = “{ $name }”: { $what }
layers-unlisted = the layers beside the article cannot be listed: { $reason }
layers-left-unreadable = a layer of this article cannot be read: { $reason }: “{ $path }”
layers-begun-apart = older marks by { $person } were begun apart and stay where they are: “{ $folder }”
layers-no-layer = “{ $name }” is no layer that can be read; it is left as it is
layers-too-large = “{ $name }” is left as it is: { $reason }
layers-unreadable = “{ $name }” cannot be read: { $reason }
layers-copy = “{ $name }” is a copy of the same layer; both were read as one
layers-more = “{ $name }”: … and { $count } more like these
layer-too-many-bytes = it has more than { $most } MiB, the most that is read of one layer
layer-too-many-lines = it has more than { $most } lines, the most that is read of one layer
layer-unread = nothing of the file is read: { $reason }
layer-line = line { $number } { $what }
layer-no-header = the file does not say whose layer it is, of which document
layer-newer = a newer Postil wrote this layer; it can be read, not changed
layer-other-header = the header of another layer, by { $person }, lies in this one
layer-elsewhere =
    { $count ->
        [one] one mark is about another document; it is carried, not shown
       *[other] { $count } marks are about another document; they are carried, not shown
    }
line-too-long = is too long and is carried, not shown
line-unreadable = cannot be read and is kept as it is
line-bare-header = is a header that lacks its layer, annotator or document
line-no-id = has no id that is known and is carried, not shown
line-other-kind = is of a kind that is carried, not shown
line-no-target = is a mark without a target that is known and is carried, not shown
line-too-many-pieces = has too many pieces and is carried, not shown
line-bad-position = has a position that is none; its words count
line-foreign-figure = has a figure that is no count of ours; it is carried, not shown
line-foreign-sources = has sources in a form that is not known; they are carried, not shown
codebook-form = it cannot be read: { $reason }
codebook-bad-slug = its slug “{ $slug }” may have ASCII letters, digits, hyphens and underscores only
codebook-doubled-slug = it has the slug “{ $slug }” twice
codebook-doubled-key = it gives the key { $key } to two tags
codebook-missing-tag = the relation “{ $relation }” names the tag “{ $tag }”, which the codebook lacks
codebook-no-colour = the tag “{ $tag }” has the colour “{ $value }”, which is none
codebook-no-answer = the tag “{ $tag }” has a question with the answer “{ $value }”, which is neither “yes” nor “no”
codebook-no-key = the tag “{ $tag }” has the key “{ $value }”, which is none
codebook-no-shape = the tag “{ $tag }” has the line “{ $value }”, which is none
alike-pair = the tags “{ $first }” and “{ $second }” look alike and are two
alike-more =
    { $count ->
        [one] … and { $count } more pair of tags that look alike
       *[other] … and { $count } more pairs of tags that look alike
    }
folder-settings = the settings “{ $path }” cannot be used: { $reason }; until then texts are kept with each person alone
folder-settings-key = “{ $path }”: line { $line }: the key “{ $key }” is not known and says nothing; known are { $known }
folder-settings-more = “{ $path }”: … and { $count } more keys that are not known

## Why something was refused, where files change while they are open

refused-not-tagged = the mark does not have the tag “{ $tag }”
refused-no-layer = your layer could not be begun
refused-unknown-tag = the codebook has no tag “{ $tag }”
refused-unknown-relation = the codebook has no relation “{ $kind }”
refused-carries-none = none of the tags of this mark carries that
refused-same-article = this is a mark of the same article
refused-not-linked = these marks are not linked so by you
refused-wrong-end = the codebook does not link marks with these tags so
refused-several-places = “{ $words }” stands in the article { $count } times
refused-too-much = with this the mark would be too long to be kept
refused-unknown-mark = the mark is no longer there
refused-unknown-person = nobody called { $person } marked this article
refused-no-conflict = there are no two versions of this mark any more
refused-no-version = this version is no longer there
refused-no-candidate = this place is no longer there
refused-no-figure = this mark has no such figure
refused-no-source = this mark has no such source
refused-nothing-counted = nobody is counted in these words
refused-nobody-speaks = the text names nobody who says this
refused-wrong-value = “{ $words }” cannot stand there
refused-settings = the settings of this folder cannot be changed
refused-hint-nothing-counted = Write the words that count
refused-hint-nobody-speaks = Write who says it, or “unattributed”
refused-hint-tags = Its tags are { $tags }
refused-hint-relations = Its relations are { $kinds }
refused-hint-carries = Tag it as { $tags }
refused-hint-too-much = Write less, or mark several passages
refused-hint-wrong-end = Choose another kind of link, or tag the marks otherwise
file-layer-too-large = it has more than is read of one layer
file-no-home = this person has no home folder; name one in POSTIL_HOME
file-bad-name = “{ $name }” is no name for a file of the program’s own
file-nameless = a person needs a name
file-people = the list of people “{ $path }” cannot be read: { $reason }

## The page of a file

page-before = The page before
page-after = The next page
page-smaller = Smaller
page-larger = Larger
wordless-title = There is no text to read here
wordless-scan-hint = Its pages can be looked at. To mark words, have a program for text recognition (OCR) write them into the file, and open it again.
wordless-page = Show the pages
page-coming = The page is being drawn
page-none = This page cannot be drawn
page-picture = The page as it is drawn
foot-locator-hint = Shows the page as it is drawn

## The password of a file

title-password = Locked with a password
password-about = “{ $name }” can be read only with its password
password-wrong = This password does not open it
password-kept = Postil keeps it in memory while the window is open, and writes it nowhere
password-field = Password
password-open = Open

## The grade book: a class against the key

command-show-grade-book = Grade book
    .hint = Grades what a class handed in against your marks or an assignment, with a reason for every point
command-toggle-class = The class in the article
    .hint = Shows where the class marked and where it split, in and beside the article
command-next-in-key = Next mark of the key
    .hint = Goes to the next mark of the key, and shows how the class marked it
command-previous-in-key = Previous mark of the key
    .hint = Goes to the mark of the key before this, and shows how the class marked it
command-grades-out = Grades out…
    .hint = Writes the grades as a table, into a gradebook that you downloaded, or as a page for each pupil
lack-class = No class is graded yet
class-grading = Grading…
class-none = No article is open
class-none-hint = Open the article with your marks, which are the key, or drop an assignment here
class-whose-key = Whose marks are the key?
class-whose-key-hint = Choose them, or mark the article yourself
class-key-choose = Choose the key
class-key-of = Key: { $name }
class-key-of-file = Key: { $name }
class-by-article = By the open article
class-by-assignment = By an assignment…
class-key-hint = By what pupils are graded
class-empty = Nothing was handed in yet
class-empty-hint = Drop the files, an archive of them, or a folder here
class-add-files = Add files…
class-add-files-hint = What pupils sent back, or archives of that
class-add-folder = Add a folder…
class-add-folder-hint = All that pupils sent back, in one folder or in folders of it
class-add-beside = { $count ->
    [one] Grade the one that lies beside the article
   *[other] Grade the { $count } that lie beside the article
}
class-add-beside-hint = Those were handed in there, as in a folder that all share
class-out = Grades out…
class-out-hint = As a table, into a gradebook that you downloaded, or as a page for each pupil
class-nothing-out = There are no grades yet
class-sealed = The key is sealed
class-sealed-hint = The pass-phrase opens it, for as long as this window is open
class-wrong-pass-phrase = The key does not open: the pass-phrase is another one, or the file is damaged
class-pass-phrase = Pass-phrase
class-unseal = Open the key
class-no-key = The assignment holds no key
class-empty-key = The key has no mark with a tag and a place in the text
class-empty-key-hint = Mark the article with tags, or choose another key
class-fault = Nothing is graded: { $reason }
class-fault-hint = Ask for the file to be sent again, or choose another key
class-desk-fault-hint = Move that file away, or bring back an earlier state of it
class-unsaved-hint = What you decided stays in this window, and is kept with the next change
class-not-kept = What was decided of the class is not in “{ $name }”: { $reason }
class-not-replaced = “{ $name }” is not written over, and nothing is graded by it: { $reason }
grades-damaged = it is damaged or cut off
grades-newer = a newer Postil wrote it
grades-part = “{ $key }” in it cannot be read
class-other-key = This key is not the one that its commitment was published for
class-summary-empty = { $marks ->
    [one] 1 mark
   *[other] { $marks } marks
} in the key
class-summary = { $count ->
    [one] 1 pupil
   *[other] { $count } pupils
}, { $passed } passed, { $mean } % on average; { $marks ->
    [one] 1 mark
   *[other] { $marks } marks
} in the key, { $of } points
class-section-table = Table
class-section-confusion = Taken for
class-section-divided = Divided
class-section-answers = Not in the key ({ $count })
class-section-before = Before and after
class-section-rubric = Rubric
class-section-files = Files
class-faults = { $count ->
    [one] 1 file is not graded
   *[other] { $count } files are not graded
}
class-faults-hint = Shows which, and why
class-choose-cell = Choose a cell: here stands why its points were given
class-head-name = Pupil
class-head-points = Points
class-head-of = Of
class-head-passed = Passed
class-sort = Sort by: { $by }
class-head-mark = Mark { $nth } of the key: { $quote }
class-head-extras = Marks that the key lacks
class-head-what = What counts
class-head-weight = How much
class-head-file = File
class-head-when = Handed in when
class-head-why = Why it was not read
class-pupil-name = { $name }: { $given } of { $of } points, { $passed }
class-passed = passed
class-not-passed = not passed
class-cell = { $name }; { $nth } “{ $quote }”; { $verdict }; { $given } of { $of } points
class-cell-extras = { $name }; { $count ->
    [0] no mark that the key lacks
    [one] 1 mark that the key lacks
   *[other] { $count } marks that the key lacks
}
class-verdict = { $verdict }: { $given } of { $of } points
class-in-key = In the key, mark { $nth }
class-yours = The pupil’s
class-alternatives = { $count ->
    [one] 1 other answer is accepted
   *[other] { $count } other answers are accepted
}
class-line = { $part }: { $given } of { $of }, { $why }
class-by-hand = Set by hand to { $points }: { $reason }
class-points = Points
class-points-of = of { $of }
class-reason = Reason
class-set-by-hand = Set by hand
class-set-hint = Points that you set by hand need a reason, which the pupil will read
class-by-rubric = As the rubric says
class-by-rubric-hint = Takes back what was set by hand here
class-show = Show in the article
class-show-hint = Goes there, and shows how the class marked it
class-show-other = The article of this key is not open
class-grade = { $given } of { $of } points, { $percent } %, { $passed }
class-handed-in = Handed in: { $at }
class-pupil-line = { $nth }. { $given }/{ $of } { $quote }: { $why }
class-unplaced = { $count ->
    [one] 1 mark was made in another version of the text and is not graded
   *[other] { $count } marks were made in another version of the text and are not graded
}
class-extras = { $count ->
    [0] No mark that the key lacks
    [one] 1 mark that the key lacks, for { $cost } points less
   *[other] { $count } marks that the key lacks, for { $cost } points less each
}
class-add-to-key = Add to the key
class-add-to-key-hint = Makes it a mark of the key; everybody is graded anew
class-drop = Take out of the key
class-drop-hint = It was added to the key, and leaves it again; everybody is graded anew
class-drop-name = Take out of the key: { $quote }
class-confusion-about = The key’s tags in rows, the pupils’ in columns; the last of each is what one of them did not mark
class-confusion-choose = Choose a field: here stands whose it is
class-axis-key = Key
class-axis-pupils = pupils
class-taken = { $key } taken for { $own }: { $count } ({ $people })
class-divided-about = Where the class split most evenly comes first
class-divided = { $right } as in the key, { $other } otherwise, { $missed } not
class-numbered = { $nth }. { $quote }
class-answers-about = What several marked and the key lacks
class-answers-choose = Choose an answer; A adds it to the key
class-answers-none = Nothing that several marked is missing in the key
class-answers-none-hint = What two pupils and more mark alike, and the key lacks, stands here
class-answer-why = Explanation
class-answer-hint = Makes it a mark of the key, with this explanation; everybody is graded anew. Its key is A
class-accept-for = Accept for…
class-accept-hint = It is as good as a mark that the key has; everybody is graded anew
class-given-by = given by { $count }: { $people }
class-added = { $count ->
    [one] 1 answer was added to the key
   *[other] { $count } answers were added to the key
}
class-before-none = There is no earlier time to compare with
class-before-hint = Add what the same class handed in an earlier time, which is graded by the same key; or the file of an earlier lesson, whose name ends in .grades and which has a key of its own
class-before-mean = On average from { $then } to { $now }
class-before-pupils = Pupils
class-before-tags = Tags, all marks together, as in the key
class-before-marks = Marks of the key, as in the key
class-changed = { $then } to { $now } ({ $by })
class-changed-once = { $then } to { $now }
class-read-again = Read again
class-read-again-hint = Reads all files anew
class-kept-in = What you decide is kept in “{ $name }”
class-files-now = Handed in
class-files-before = An earlier time
class-files-faults = Not read, or not whole
class-files-own = Your own, beside what was handed in
class-file-fault = { $name }: { $reason }
class-discard = It is no longer graded; the file stays
class-discard-name = Grade no longer: { $name }
class-rubric-about = What counts how much. Everybody is graded anew by it; points that were set by hand stay
class-rubric-grade = Grade by this
class-rubric-back = As it was given out
class-rubric-back-hint = The rubric of the assignment, or the file rubric.toml beside the article, holds again
sheet-in-key = In the key
sheet-yours = Yours
sheet-counted = { $count } { $verdict }
sheet-extras = { $count ->
    [one] 1 mark is not in the key, for { $cost } points less
   *[other] { $count } marks are not in the key, for { $cost } points less each
}
sheet-unplaced = Marked in another version of the text, and not graded
handed-no-layer = it holds no marks, or is cut off
handed-feedback = it is feedback on a pupil’s marks, and is not graded
handed-key = it is the key, and is not graded
handed-lines = { $count ->
    [one] 1 line of it cannot be read; the others count
   *[other] { $count } lines of it cannot be read; the others count
}
handed-again = it is by the same pupil as “{ $name }”, and both were read as one
handed-empty = it is a folder without marks
lesson-not-graded = it tells of no lesson in which something was handed in
lesson-no-key = the article or the key of that lesson cannot be read
lesson-sealed = the key of that lesson is sealed behind another pass-phrase
handed-too-many = there are too many files; this one and those after it are left out
verdict-found = as in the key
verdict-boundary = with other ends
verdict-tag = with another tag
verdict-part = in part
verdict-missed = not marked
verdict-optional = optional, not marked
verdict-unplaced = no place in this text, not graded
verdict-by-hand = { $verdict }, set by hand
part-passage = Passage
part-tag = Tag
part-figure = Figure
part-source = Source
part-link = Links
why-right = right
why-share = { $percent } % of the passage
why-overlap = an overlap is enough
why-ends = the ends are others
why-no-tag = { $key } has no tag
why-confused = { $key } taken for { $own }
why-some = { $right } of { $all } right
why-other = not that of the key
rubric-no-toml = The rubric cannot be read: { $why }
rubric-unknown = The rubric has no “{ $key }”
rubric-value = “{ $key }” of the rubric has no value for it
step-collect = files taken in
step-discard = files put aside
step-key = another key
step-weigh = another rubric
step-override = points by hand
step-by-rubric = points by the rubric
step-answer = an answer in the key
step-drop = an answer out of the key
class-strip = Where { $count } pupils marked, and how they marked { $marks } marks of the key
class-in-article = { $count } pupils, { $marks } marks of the key
class-nth = Mark { $nth } of { $count } in the key
class-away = Hide the class
class-to-book = Grade book
class-not-here = No class is graded on this article
class-no-step = No class is graded on this article; the grade book is in the menu Class
title-grades = Grades out
out-csv = A table (CSV)
out-csv-hint = A row for each pupil, for any spreadsheet
out-workbook = A workbook (XLSX)
out-workbook-hint = The same for Excel and LibreOffice
out-gradebook = Into a gradebook that you downloaded (Moodle, Canvas)
out-gradebook-hint = Only the columns of the grade and of the feedback change. Pupils are found by name or e-mail address
out-feedback = Feedback for each pupil
out-feedback-hint = A layer for each pupil, which Postil shows beside the article: every point with its reason
out-pages = A page for each pupil (HTML)
out-pages-hint = To be printed or sent: every point with its reason
out-file = File
out-folder = Folder
out-columns = Several columns could be meant
out-taken = There is such a file already
out-replace = Replace it
out-write = Write
out-written = { $count ->
    [one] 1 grade is in “{ $name }”
   *[other] { $count } grades are in “{ $name }”
}
out-without-row = { $count ->
    [one] 1 pupil has no row of their own there, and got no grade
   *[other] { $count } pupils have no row of their own there, and got no grade
}: { $people }
out-not-read = “{ $name }” cannot be read: { $reason }
out-no-workbook = The workbook cannot be made
gradebook-no-table = it is no table in UTF-8
gradebook-unknown = it is neither Moodle’s nor Canvas’s: no column of grades is found

## The class: assignments, and what pupils do with them

menu-class = Class
command-instructions = Instructions
    .hint = Shows what is to be done with this article, as it came with the assignment
    .also = lesson task exercise
title-instructions = Instructions
command-open-lesson = A lesson to try
    .hint = Opens a sample: an article with its key, and what twelve pupils handed in
    .also = sample example class demo
lesson-missing = The samples are not beside the program: there is no lesson to open
command-show-on-wall = For the projector
    .hint = Shows the passages one by one in large type, without names, with what the class sees in them
    .also = wall class beamer screen vote present
wall-nobody = Nobody of a class has marked a passage here: their layers must lie beside the article and be shown
wall-at = { $nth } of { $count }
wall-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
wall-question = Who sees { $what } here?
wall-quoted = “{ $tag }”
wall-passage = The passage: { $words }
wall-reveal = Reveal (Space)
wall-reveal-key = The key (Space)
wall-hide = Hide (Space)
wall-next = Next (N)
wall-back = Back (B)
wall-initials = Initials (I)
wall-divided = Most divided first (D)
wall-leave = Leave (Esc)
wall-nothing = No mark
wall-count = { $tag }: { $count } of { $of }
wall-key = The key: { $tags }. { $why }
wall-no-key = The key has no mark here.
title-tag-test = Which tag is it?
tag-test-quote = “{ $words }”
tag-test-yes = Yes (Y)
tag-test-yes-key = Y
tag-test-no = No (N)
tag-test-back = Back (Backspace)
tag-test-possible = Still possible:
tag-test-describes = Does this hold? { $tag }: { $description }
tag-test-describes-it = It { $description }.
tag-test-fits = This is:
tag-test-also = and could also be
tag-test-none = None of the tags fits. It may be best to leave the passage unmarked.
tag-test-no-questions = The codebook asks nothing: its tags have neither questions nor descriptions.
tag-test-near = Easily confused
tag-test-near-one = “{ $words }” – { $tag }, not { $near }: { $why }
tag-test-keep = Keep the answers as the reason, in the note (K)
tag-test-others = This is somebody else’s mark: copy it into yours to tag it
tag-test-tag = Tag as { $tag }
title-assignment = Assignment: { $name }
assignment-article = Article: { $name }
assignment-none = It came without instructions. Read the article, and mark in it what its codebook names.
assignment-folder = Folder
assignment-folder-hint = The article is laid there, and your marks beside it
assignment-there = It lies there already, with what you have marked
assignment-choose = Choose…
assignment-begin = Begin
assignment-go-on = Go on
assignment-opened = The instructions are in the menu Class
instructions-none = No instructions came with this article
command-hand-in = Hand in…
    .hint = Closes your marks and writes one file that you send back
    .also = submit deliver finish
command-take-back = Take back what you handed in
    .hint = Opens your marks again, so that you can go on working; hand in again afterwards
    .also = reopen
title-hand-in = Hand in
title-handed-in = Handed in
title-go-on = Go on working?
hand-in-about = You hand in { $count ->
        [one] one mark
       *[other] { $count } marks
    } on “{ $title }”.
hand-in-after = They stay as they are then. You can take them back, go on working, and hand in again.
hand-in-does = Hand in
handed-in-at = { $count ->
        [one] One mark is handed in, as it was on { $at }.
       *[other] { $count } marks are handed in, as they were on { $at }.
    }
handed-in-send = Send this file back
handed-in-show = Show in its folder
handed-in-copy = Copy its path
handed-in-go-on = Go on working
handed-in-go-on-hint = Takes back what you handed in. The file stays; hand in again to make it anew
handed-in-rests = It holds your marks and your name, and nothing of the article but the words you marked.
handed-in-stands = You handed your marks in on { $at }, so they stay as they are. If you go on working, hand in again afterwards: what you sent does not change by itself.
handed-in-not-written = “{ $path }” cannot be written: { $reason }
handed-in-not-written-hint = Your marks are handed in and stand in their layer. “Hand in…” in the menu Class tries it again
assessed = { $verdict ->
        [found] As in the key
        [boundary] Other ends than in the key
        [tag] Another tag than in the key
        [part] Not all as in the key
        [missed] Not marked
        [passed] Passed
        [failed] Not passed
       *[other] Assessed
    }: { $points } of { $of } points
assessed-off = { $verdict ->
        [extra] Not in the key
       *[other] Assessed
    }: { $points } points
assessed-bare = { $verdict ->
        [unplaced] Marked in another version of the text, and not graded
        [extra] Not in the key
        [found] As in the key
       *[other] Assessed
    }
assessed-name = Feedback
assessed-by = { $by }: { $found }
command-open-feedback = Open feedback…
    .hint = Shows on the page what a teacher found of your marks; the file can be dropped into the window, too
    .also = grade returned result
dialog-open-feedback = Open feedback
feedback-laid = { $by } stands beside your marks
feedback-refused = “{ $name }” is not opened: { $reason }
feedback-refused-hint = Nothing was written. Open the article that it is about, then the file once more
feedback-none = it holds no feedback
feedback-row = { $found }; “{ $quote }”; { $why }
feedback-more = { $count ->
    [one] and 1 more, which stands at its words
   *[other] and { $count } more, which stand at their words
}
feedback-no-article = it is about “{ $name }”, which is not open
command-make-assignment = Make an assignment…
    .hint = Puts the article, what pupils are to do, the key and how it is weighed into one file
    .also = teacher homework bundle exam
command-key-optional = May be left out of the key
    .hint = In an assignment, a pupil who does not mark this loses nothing
    .also = optional key
command-key-alternative = Another answer in the key
    .hint = In an assignment, this mark is accepted instead of the one that it overlaps
    .also = accept also alternative
lack-overlapped = It overlaps no other mark of yours
title-making = Make an assignment
making-step = { $nth }. { $step }
making-step-task = What to do
making-step-key = Key
making-step-weights = Points
making-step-place = File
making-next = Next
making-back = Back
making-write = Write the file
making-replace = Replace the file
making-task = What pupils are to do
making-task-begins = # { $title }

    Read the article once without marking anything. Then mark in it:

    { $tags }

    Mark only the words that make it so, and say who says it where the text names somebody. When you are done, choose Hand in… in the menu Class and send the file back.
making-codebook = The codebook goes with it: { $codebook } ({ $tags }).
making-key-by = Whose marks are the key?
making-key-about = { $count ->
        [one] One mark with a tag
       *[other] { $count } marks with a tag
    }{ $unexplained ->
        [0] , all with an explanation
       *[other] , { $unexplained } of them without an explanation
    }. The explanation is the mark’s note: pupils read it with their grade.
making-key-others = These are the marks of somebody else, and can be looked at here only.
making-no-key = No mark of the key has a tag and a place in the text: mark the article as it should be marked, then come back.
key-optional = May be left out
key-optional-hint = A pupil who does not mark this loses nothing
key-explanation = Why is it so?
key-explanation-of = Explanation { $nth }
key-make-alternative = Another answer for “{ $words }”
key-alternative-hint = Is accepted instead of that mark, and no longer asked for by itself
key-accepted-too = Accepted as well: “{ $words }”
key-alone = By itself
key-alone-hint = Is a mark of the key of its own again
key-obligatory = Ask for it again
key-alternative-of = another answer for
key-accepts = accepts too
weights-about = Points for each mark of the key. A part counts only where the key has it.
weights-passage = Right passage
weights-tag = Right tag
weights-figure = Right figure
weights-source = Right source
weights-link = Right link
weights-extra = Points off for a mark that the key lacks
weights-pass = Percent of the points to pass
weights-tolerance = Letters that an end may be off
weights-boundary = Other ends than in the key
weights-share = count by the share of the words that is right
weights-overlap = count in full where anything overlaps
weights-exact = count nothing
making-wrong-weights = A field holds no number, or neither passage nor tag has points.
making-seal = Seal the key with a pass-phrase
making-pass-phrase = Pass-phrase
making-pass-phrase-again = Once more
making-seal-about = Without it nobody can open the key, you neither: keep it well. On a pupil’s disk it can be guessed in time, so take several words.
making-open-about = The key lies open in the file: whoever looks into it can read it.
making-no-pass-phrase = Give a pass-phrase, or do not seal the key.
making-other-pass-phrase = The two pass-phrases differ.
making-no-file = Say where the file is to go.
making-holds = The file will hold
making-holds-article = the article, { $name }
making-holds-codebook = the codebook, { $name }
making-holds-task = { $count ->
        [0] no instructions
        [one] instructions of one word
       *[other] instructions of { $count } words
    }
making-holds-key = { $count ->
        [one] the key with one mark
       *[other] the key with { $count } marks
    } ({ $optional } may be left out, { $accepted } accepted as well)
making-holds-sealed = { $key }, sealed
making-holds-weights = how it is weighed
making-file = File
making-taken = There is a file of that name. Choose another name, or replace it.
making-failed = The assignment is not written: { $reason }
making-article = the article cannot be read: { $reason }
making-made = The assignment is written. Give this file to your pupils
making-commitment = Commitment of the key
making-copy-commitment = Copy the commitment
making-commitment-about = Publish it, if you like: it tells nothing of the key, and proves later that the key was fixed before anybody handed in.
dialog-filter-assignments = Assignments
assignment-refused = “{ $name }” is not opened: { $reason }
assignment-refused-hint = Nothing was written. Ask for the file to be sent again
assignment-not-laid = The assignment is not opened: { $reason }
assignment-taken = there is another “{ $name }” in that folder. Name a folder of its own
assignment-too-large = it is larger than what is read
assignment-not-written = “{ $name }” cannot be written: { $reason }
bundle-none = it is no assignment, but an archive of something else
bundle-no-article = it does not hold one article
bundle-bad-name = its article is called “{ $name }”, as no article may be
bundle-no-text = “{ $name }” in it is no text
packed-damaged = it cannot be read: it is damaged, cut off or no assignment at all
packed-too-many = it holds { $count } files, more than are read
packed-outside = “{ $name }” in it would stand outside of its folder
packed-too-large = “{ $name }” in it is larger than what is read
packed-unread = “{ $name }” in it is damaged or locked

## Threads, actors and checks

folder-page-comes = The folder is being read
folder-page-comes-hint = What its articles have together stands here in a moment
folder-page-none = No folder is open
folder-page-none-hint = Open the folder that your articles lie in: this page is about all of them.
command-show-threads = Threads
    .hint = Lists what is disputed in the folder: each claim with who repeats, confirms and denies it
command-show-actors = Actors
    .hint = Lists every name in what was marked, who uses it, and which names are one actor
command-show-checks = Checks
    .hint = Lists what is worth a second look, each with what mends it
threads-counts = { $contested ->
        [one] { $contested } contested claim
       *[other] { $contested } contested claims
    } · { $open ->
        [one] { $open } open denial
       *[other] { $open } open denials
    } · { $broken ->
        [one] { $broken } broken link
       *[other] { $broken } broken links
    }
threads-open = Denied, but what?
threads-open-kind = denies
threads-broken = Links to what is not there
threads-broken-kind = { $kind }, broken
threads-contested = Contested claims
threads-others = Claims that nobody contests
threads-choose = Choose a line with a click or Space to see what is held of its claim; Enter or a double click goes to the passage
threads-none = Nothing is linked in this folder
threads-none-hint = Link a denial with what it denies (L), and it stands here.
verdict-on = On “{ $words }”
verdict-confirmed = confirmed
verdict-likely = likely
verdict-contested = contested
verdict-unlikely = unlikely
verdict-refuted = refuted
verdict-undecided = undecided
verdict-none = Nobody has given a verdict on it
verdict-now = { $person } holds it { $value }: { $reason } ({ $date })
verdict-before = { $person } held it { $value } before: { $reason } ({ $date })
verdict-reason = Reason
verdict-reason-hint = Why? A verdict needs a reason
verdict-give = Give verdict
verdict-needs = Choose a word and write why
actors-hint = Choose names with a click or Space, and G puts them together; Enter or a double click goes to where the first of them stands
actors-whose-all = Registers of all
actors-whose-nobody = No register
actors-whose-mine = My register
actors-whose-one = Register of { $person }
actors-group = Put together
actors-register = Put into the register
actors-split = Take apart
actors-remove = Take out of the register
actors-none = Choose none
actors-choose = Choose names first
actors-none-mine = Only names that you put together can be taken apart
actors-one-mine = Choose one name of your register
actors-words = Note or reading
actors-note = Set as note
actors-reading = Should read so
actors-matrix = Who uses which
actors-user = Who
actors-uses = { $user } uses { $name } in { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
actors-groups = One actor
actors-names = Names
actors-read-as = { $name } (should read { $reading }?)
actors-marks = { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
actors-alike = like { $names }
actors-empty = Nobody is named yet
actors-empty-hint = Mark passages and say who says them (W): the names stand here.
checks-count = { $count ->
        [one] { $count } thing to look at
       *[other] { $count } things to look at
    }
checks-mend = Mend
checks-choose = Choose a line with a click or Space to see what mends it
checks-others = { $person } marked it, and can mend it
checks-do-unlink = Take the link away
checks-do-read = Read its words anew
checks-do-take-figures = Take the figure from the passage
checks-do-day = Take the day of the article, { $day }
checks-do-unattributed = The article names none
checks-do-no-figure = Take the figure away
checks-do-tag = Tag as { $tag } too
checks-do-retag = Tag as { $tag } instead
checks-do-register = Put into the register
checks-do-found = Take off the list
checks-ask-link = Link…
checks-ask-implied = It denies what is only implied…
checks-ask-figure = Write the figure…
checks-ask-source = Name the source…
checks-ask-note = Write a note…
checks-ask-search = Search the folder
checks-go = Go to the passage
checks-keys = Enter or a double click does the first of these
checks-none = Nothing needs a second look
checks-none-hint = Denials are linked, reports have figures, sources and dates.
check-nothing-denied = denies, and nobody says what
check-broken-link = { $kind } what is not there
check-no-figure = counts nobody
check-no-source = has no source
check-no-date = has a count without a date
check-other-figure = says { $stated }, reads { $read }
check-figure-in-opinion = holds a figure as an opinion
check-claim-and-opinion = { $person } has it the other way
check-unregistered = { $who } stands in no register
check-not-found = { $count ->
        [0] { $person } did not find
        [one] found by now in { $count } mark
       *[other] found by now in { $count } marks
    }
step-group = group names
step-split = split names
step-note-actor = edit the note of an actor
step-reading = propose a reading
step-remove-actor = take an actor out
step-join = join marks as an incident
step-split-incident = split an incident
step-name-incident = name an incident
step-remove-incident = take an incident out
step-verdict = give a verdict
step-not-found = note what was not found
step-found = take back what was not found
step-correct-date = correct the date of an article
step-correct-outlet = correct the outlet of an article
refused-no-folder = This is about a folder, and none is open
refused-no-name = A name needs letters
refused-unknown-actor = Your register has no actor “{ $name }”
refused-gone-in-folder = What this is about is not in the folder any more
refused-date = { $date } is no date: write a day, a month or a year, as 2017-04-16

## Proposals

proposals-none = Nothing looks like one of the tags
proposals-found =
    { $count ->
        [one] { $count } passage is proposed
       *[other] { $count } passages are proposed
    }
proposals-done = All proposals are accepted or refused
proposals-nth = Proposal { $nth } of { $count }
proposals-open =
    { $count ->
        [one] { $count } proposal
       *[other] { $count } proposals
    }
proposals-accept = Accept
proposals-refuse = Refuse
proposals-previous = Previous
proposals-next = Next
proposals-away = Put away
proposal-attributed = because of the words { $words }
proposal-counted = because it counts people: { $words }
proposal-opinion = possible opinion, because of { $words }
proposal-by = { $why }; said by { $source }
mark-deleted-linked = { $count ->
        [one] it was linked with { $count } mark
       *[other] it was linked with { $count } marks
    }

## The pages Incidents and Sources
command-show-incidents = Incidents
    .hint = Shows which figures of all articles count the same event, and where they collide
command-show-sources = Sources
    .hint = Shows what each source says in all articles: claims, denials, figures
command-toggle-voices = Who is speaking
    .hint = Colours the article by who says what, by marks and by its own words, with the share of each
look-voices = Who is speaking
voices-voice = { $sign } { $name } { $share } %
voices-share = { $name } { $share } %
voices-without = no source { $share } %
voices-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
voices-next = Goes to what this voice says next
voices-passage = { $sign } { $name }: { $quote }
voices-nobody = no source
voices-sign = Sign
voices-name = Who
voices-of-text = Per cent of the text
voices-passages = Passages
command-show-counts = Counts and times
    .hint = Shows how many marks there are by day, tag, person and outlet
counts-field = Filter counts
counts-field-hint = Words, or tag:… after:…: only such marks are counted
counts-none = No such marks
counts-none-hint = Marks are counted here by day, tag, person and outlet
counts-times = Times
counts-days = Days
counts-months = Months
counts-years = Years
counts-by = Counted by
counts-name = Name
counts-dated-roughly = dated less exactly
counts-without-date = without a date
counts-rough =
    { $count ->
        [one] { $count } mark is of an article that is dated less exactly
       *[other] { $count } marks are of articles that are dated less exactly
    }
counts-undated =
    { $count ->
        [one] { $count } mark without a date
       *[other] { $count } marks without a date
    }
counts-bar =
    { $name }: { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
counts-go = { $name }. A click lists them
counts-tags = Tags
counts-people = People
counts-outlets = Outlets
counts-no-tag = No tag
counts-nobody = Nobody
counts-no-outlet = No outlet
incidents-field = Filter incidents
incidents-field-hint = Words, or source:… after:…: incidents that any such mark tells
incidents-none-such = No incident is told by such marks
incidents-none-hint = Marks with a figure, a place and a date are put together where they may count the same event. Mark casualty reports, or accept proposals.
incidents-whose-all = Incidents of all
incidents-whose-nobody = Proposed ones only
incidents-whose-mine = My incidents
incidents-whose-one = Incidents of { $person }
incidents-rule = Numbers by
incidents-hierarchy = Sources
incidents-hierarchy-hint = UN, the Observatory, …
incidents-row = { $figures } · { $origins }
incidents-counts =
    { $figures ->
        [one] { $figures } figure
       *[other] { $figures } figures
    } from { $origins ->
        [one] { $origins } origin
       *[other] { $origins } origins
    }
incidents-proposed = proposed
incidents-held = put together by { $person }
incidents-without-figure =
    { $count ->
        [one] { $count } mark without a figure
       *[other] { $count } marks without a figure
    }
incidents-nowhere = No place and no date
incidents-name = Name
incidents-name-hint = Name of the incident
incidents-give-name = Give the name
incidents-join = Join with…
incidents-join-hint = Then choose the other incident in the list
incidents-joining = Choose what is the same incident as { $name }
incidents-join-leave = Leave them apart
incidents-split = Split off
incidents-split-hint = Makes an incident of the figures that are chosen under Facts
incidents-apart = Take apart
incidents-apart-hint = Its figures are put together by Postil’s proposal again
incidents-verdict = I hold it to be
incidents-n-vague = { $count } without a number
incidents-n-denied = { $count } denied
incidents-n-parts = { $count } of a part of the people
incidents-left-out = Not taken: { $facts }
incidents-facts = Who tells what
incidents-facts-hint = What differs from most others is set off. A click goes to the passage.
incidents-who = Of whom
incidents-source = Source
incidents-differs = { $fact }: { $words }, differs
incidents-choose = Choose figure { $number }
incidents-pairs = How they lie to each other
incidents-pairs-hint = A click goes to the later one
incidents-telling = All that compare
incidents-statement = { $number } { $source } ({ $figure })
rule-range-hint = From the least to the most that anybody says; nothing is best
rule-majority-hint = What most independent origins say
rule-most-conservative-hint = The least that anybody says
rule-hierarchy-hint = What the first of these sources says that says anything
rule-latest-hint = What was said last
incidents-count =
    { $count ->
        [one] { $count } incident
       *[other] { $count } incidents
    }
incidents-none = No two figures seem to count the same event
incidents-how-many = How many
incidents-when = When
incidents-where = Where
incidents-blamed = Blamed
incidents-told-in = Told in
incidents-and-more = { $title } and { $count } more
incidents-pair = { $verdict }: { $one } and { $other }; { $reason }
incidents-denied = { $figure } (denied)
incidents-open = open
incidents-harmed = harmed
incidents-no-number = { $outcome }: no number by this rule ({ $rule })
incidents-best = { $outcome }: { $best }, from { $low } to { $high } ({ $rule })
incidents-from-to = { $outcome }: from { $low } to { $high } ({ $rule })
rule-range = Range
rule-majority = Majority
rule-most-conservative = Most conservative
rule-hierarchy = Source hierarchy
rule-latest = Latest
verdict-conflict = conflict
verdict-reversal = reversal
verdict-update = update
verdict-part-of = part of
verdict-compatible = compatible
verdict-repeat = repeat
verdict-not-comparable = not comparable
reason-other-outcome = they count other outcomes
reason-other-population = they count other people
reason-no-number = one gives no number
reason-denied = one rejects what the other says
reason-other-denied = one rejects another number
reason-both-denied = both are rejected
reason-same-origin = the same from the same origin
reason-rose =
    { $days ->
        [0] the same origin says more on the same day
        [one] the same origin says more a day later
       *[other] the same origin says more { $days } days later
    }
reason-fell =
    { $days ->
        [0] the same origin says fewer on the same day
        [one] the same origin says fewer a day later
       *[other] the same origin says fewer { $days } days later
    }
reason-two-numbers = one origin gives two numbers in one article
reason-meet = some number fits both
reason-same-number = the same number from another origin
reason-apart =
    { $days ->
        [0] no number fits both
        [one] no number fits both; they are a day apart
       *[other] no number fits both; they are { $days } days apart
    }
reason-replaced = one names the other as the count before
reason-former = one no longer holds, as its article says
reason-outgrown =
    { $days ->
        [0] another origin says more on the same day
        [one] another origin says more a day later
       *[other] another origin says more { $days } days later
    }
reason-outgrown-by-part =
    { $days ->
        [0] a part of them is larger on the same day than the whole was
        [one] a part of them is larger a day later than the whole was
       *[other] a part of them is larger { $days } days later than the whole was
    }
reason-on-top = one comes on top of another count
reason-part = one counts some of those whom the other counts
reason-larger-part = a part is larger than its whole
sources-count =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
sources-source = Source
sources-marks = Marks
sources-figures = Figures
sources-denials-made = Denials made
sources-denials-received = Denials received
sources-share = Of the marked words
sources-names = Also called
sources-unattributed = Unattributed
sources-field = Filter sources
sources-field-hint = Words, or tag:… after:…: sources by such marks alone
sources-none = Nobody is named as a source
sources-none-hint = Marks with a source are counted here by who says them
sources-articles = Articles
sources-first = First
sources-last = Last
sources-sort = Sort by { $column }
sources-sorted = { $column }, sorted
sources-go = Lists its marks

# Where people's marks differ.
differences-between = Compared:
differences-settles = { $name } (settles)
differences-only-here = Only this article
differences-only-here-hint = Lists the open article alone instead of the folder
differences-alone = Nobody to compare with
differences-alone-hint = Choose two people or more who marked the same article. Marks come in as layer files beside the articles
differences-alone-here = Only one person’s marks are shown in this article: there is nothing to compare
differences-none = No differences are left
differences-none-hint = What all agree on, or has been decided, is not listed; choose other people, kinds or tags above
differences-none-here = { $count ->
        [one] No differences: { $count } mark is agreed on
       *[other] No differences: { $count } marks are agreed on
    }
differences-counted = { $count ->
        [one] { $count } difference
       *[other] { $count } differences
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $agreed } agreed, { $decided } decided
differences-all-kinds = All kinds
differences-all-tags = All tags
differences-tag = Tag: { $tag }
differences-of-kind = { $kind } { $count }
differences-show-decided = Decided ones too
differences-show-agreed = What is alike too
differences-paired = Marks are paired one to one, so that all pairs together overlap as far as they can
differences-hidden = { $count ->
    [one] In { $count } article others’ marks are hidden until you hand in; they are not compared
   *[other] In { $count } articles others’ marks are hidden until you hand in; they are not compared
}
differences-again = changed since { $by } decided
differences-nothing = nothing
differences-keys = N and Shift+N go from difference to difference, Enter or a click to the passage
differs = Marked differently: { $kinds }
difference-missing = missing
difference-extra = extra
difference-tag = tag
difference-boundary = ends
difference-boundary-only = only the ends
difference-none = alike
difference-figure = figure
difference-source = source
difference-link = link

# How far people agree.
agreement-section-list = Differences
agreement-section-measures = Agreement
agreement-section-people = People × people
agreement-section-tags = By tag
agreement-section-articles = By article
agreement-section-confusion = Who takes what for what
agreement-measuring = Agreement is being measured …
agreement-left-out = { $count ->
        [one] { $count } mark without a place in the text is left out
       *[other] { $count } marks without a place in the text are left out
    }
agreement-interval-articles = In brackets: where 95 of 100 values lie when articles are drawn anew (bootstrap)
agreement-interval-paragraphs = In brackets: where 95 of 100 values lie when paragraphs are drawn anew (bootstrap)
agreement-interval = { $value } ({ $low } to { $high })
agreement-measure = Measure
agreement-value = Value
agreement-with-interval = With its interval
agreement-n = Made of
agreement-means = What it says
agreement-no-rows = There is only one: see the section Agreement
agreement-n-marks = { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
agreement-n-words = { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
agreement-n-points = { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }
agreement-two = { $first } and { $second }
agreement-all = All { $count }
agreement-the-other = the other
agreement-undefined = Cannot be told: { $why }
agreement-all-untold = All { $count } together cannot be measured: { $why }
agreement-untold = Cannot be told: { $measures } ({ $why })
agreement-share-of-one = Of { $person }’s marks, { $share } % { $found }
agreement-share-of-both = Of the marks of both, { $share } % { $found }
agreement-sentence = { $people } agree { $what } { $grade }
agreement-on-words = on which words are marked
agreement-on-passages = on which passages are marked
agreement-on-both = on passages and their tags
grade-chance = no more than chance would have it
grade-little = a little more than chance would have it
grade-some = clearly more than chance would have it, yet too little to rely on
grade-fair = well enough for first conclusions
grade-good = well enough to rely on
found-strict = have the ends and the tags of one of { $whose }’s
found-exact = have the ends of one of { $whose }’s
found-partial = are also { $whose }’s (half is counted for an overlap)
found-type = overlap one of { $whose }’s with the same tags
found-share = share { $share } % and more with one of { $whose }’s
measure-span = { $mode }: { $part }
measure-precision = precision
measure-recall = recall
measure-f1 = F1
measure-strict = Same ends and tags
measure-exact = Same ends
measure-partial = Ends in part
measure-type = Overlap, same tags
measure-share = Overlap of { $share } %
measure-cohen = Cohen’s κ (token-level)
measure-fleiss = Fleiss’ κ (token-level)
measure-alpha = Krippendorff’s α (token-level)
measure-u-alpha = u-α of 2016 (passages)
measure-gamma = γ (passages and tags)
undefined-nothing-marked = nothing is marked, so there is not enough data
undefined-no-marks = this person marked nothing, so there is not enough data
undefined-one-category = all of it has one category, so that chance would agree as well
undefined-no-common-text = there is no article that all of them marked
undefined-no-words = the text has no words
undefined-too-many = there are too many marks to find the best alignment of all people; choose two
undefined-no-chance = marks put elsewhere by chance would fit as well, so there is nothing to compare with
confusion-axes = Rows: what { $first } marked. Columns: what { $second } made of it. Framed: both the same
confusion-nothing = nothing
confusion-cell = { $first }: { $row }; { $second }: { $column }; { $count ->
        [one] once
       *[other] { $count } times
    }

# Differences are settled.
settle-reason = Reason
settle-reason-hint = why, for those who read it later
settle-take = Take { $person }’s
settle-merge = Merge
settle-merge-hint = One mark that covers all of these and has all their tags
settle-reword = Take and reword
settle-reword-hint = Takes the first as a mark of your own, to be worded, tagged and bounded otherwise
settle-drop = Drop
settle-drop-hint = None of these shall be; the reason is kept
settle-open = Leave open
settle-open-hint = Says that it was looked at and stays undecided
settle-name = Settled ({ $name })
settle-as = Settle as “{ $name }”
settle-as-hint = You marked here yourself. What you decide goes into a layer of its own, under this name, in this folder
settle-agreed = Take over what all agree on ({ $count })
settle-agreed-hint = Copies every mark that all have alike into the layer of who settles
settle-agreed-deed = Take over what all agree on
settle-deed = Settle a difference
settle-outcome = In the outcome: { $people }
settle-outcome-of = { $person } { $taken } of { $decided }
settled-takes = { $by } took one
settled-merges = { $by } merged them
settled-drops = { $by } dropped them
settled-open = { $by } left it open
difference-nth = Difference { $nth } of { $count }
difference-counts = { $count ->
        [one] { $count } difference left
       *[other] { $count } differences left
    }, { $agreed } agreed
difference-previous = Previous
difference-next = Next
difference-away = Hide differences

# Who has done what.
progress-none = Nobody has marked anything in this folder
progress-none-hint = Layers that lie beside the articles come in by themselves
progress-only-open = Only articles that somebody has not handed in
progress-person = { $person }: { $handed } handed in, { $work } in work, { $open } not begun; { $marks ->
        [one] { $marks } mark
       *[other] { $marks } marks
    }, last change { $day }
progress-not-begun = { $article }; { $person }: not begun
progress-in-work = { $article }; { $person }: in work, { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }, last change { $last }
progress-hidden = { $article }, { $person }: hidden until you hand in
progress-handed-in = { $article }; { $person }: handed in { $day }, { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }, last change { $last }

# What people say of each other's marks.
step-reply = reply to a mark
mark-replies = Replies
reply-said = { $by }, { $day }: { $words }
reply-resolved = { $by }, { $day }: resolved
reply-resolved-with = { $by }, { $day }: resolved: { $words }
reply-hint = say something, then Enter
reply-send = Reply
reply-resolve = Resolve
reply-resolve-hint = Says that nothing is open here any more; what stands in the field is kept with it
reply-is-resolved = resolved
row-replies = { $count ->
        [one] { $count } reply
       *[other] { $count } replies
    }
row-replies-new = { $count } new
folder-unread = { $count ->
        [one] { $count } reply not read
       *[other] { $count } replies not read
    }
folder-unanswered = { $count ->
        [one] { $count } reply to answer
       *[other] { $count } replies to answer
    }

# Handing on and printing.
command-export = Export…
    .hint = Writes marks or the table that is shown for other programs: CSV, TSV, a workbook, NDJSON, W3C, Markdown or a report
    .also = csv tsv xlsx excel spreadsheet json w3c report save as
command-print = Print…
    .hint = Makes a page of the marks or of the table that is shown, which the system’s browser prints
    .also = paper pdf report
command-open-outside = Open with another program
    .hint = Has the system open the article’s file with the program that it has for such files
title-export = Export
title-print = Print
export-what = What
export-format = Format
export-file = Write to
export-choose = Choose…
export-preview = How it begins
export-preview-comes = …
export-does = Export
export-replace = Replace the file
print-does = Print
export-new = A new file. Articles and layers stay as they are
export-beside = A new page; the same content as JSON is written beside it
export-replaces = A file of this name is there already, and would be replaced
export-page = The page “{ $page }” as it is shown: { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
export-listed = The marks that the table lists, with all that is said of them: { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
export-list = The marks that the list shows: { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
export-article = All marks of { $name }: { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
export-folder = All marks of the folder: { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
format-csv = CSV
format-csv-hint = Comma-separated values, a row for each mark: spreadsheets and statistics read them
format-tsv = TSV
format-tsv-hint = The same with tabs, for spreadsheets that part cells by semicolons
format-xlsx = Workbook (XLSX)
format-xlsx-hint = For spreadsheets, with a head that stays and filters
format-ndjson = NDJSON
format-ndjson-hint = One JSON object a row, for DuckDB, pandas and Spark; marks can be imported again without loss
format-w3c = W3C annotations
format-w3c-hint = An annotation collection for other annotation programs; can be imported again without loss
format-markdown = Markdown
format-markdown-hint = A text for people and for notes
format-report = Report (HTML)
format-report-hint = One page with texts, marks, threads, incidents, sources and gaps that “postil verify” can check; needs nothing else
format-page = Page (HTML)
format-page-hint = The table as a page that prints well
export-nothing = There are no marks yet that could be handed on
export-nothing-hint = Select words and give them a tag first
export-goes-on = Writing…
export-unsaved = Not all marks could be saved, and an export tells what is saved
export-unsaved-hint = Mend what keeps them from being saved, then export again
export-done = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    } written to { $path }
export-done-marks = { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    } written to { $path }
export-unread = { $count ->
        [one] { $count } article could not be read and is not in it
       *[other] { $count } articles could not be read and are not in it
    }
export-open = Open
export-open-hint = Opens the file with the program that the system has for it
export-reveal = Show in folder
export-reveal-hint = Has the system’s file manager show the file
open-outside-failed = The system opens no such file
open-outside-failed-hint = It lies at { $path }
print-done = The page is in the browser
print-done-hint = Print it there with Ctrl+P, or save it as PDF
print-not-opened = The system opens no page
print-not-opened-hint = It lies at { $path }; open it in a browser and print it there
export-fault-nothing = There is nothing to write: no mark and no row
export-fault-article = “{ $name }” is an article, which stays as it is
export-fault-ours = “{ $name }” is the name of one of Postil’s own files
export-fault-taken = “{ $name }” is there already
export-fault-own-data = The report would take the place of its own data: give it the ending .html
export-fault-host = “{ $name }” cannot be written: { $reason }
export-fault-no-room = A workbook has no room for so many rows
export-fault-left = It was stopped before it was done
export-hint-elsewhere = Nothing was written. Choose another place
export-hint-no-room = Export as CSV or NDJSON, which take any number
dialog-place = Export to
outline-under = Under
outline-kind = What
outline-words = Words
outline-behind = Who and where
outline-where = Where
incidents-incident = Incident
incidents-what = Outcome
incidents-least = At least
incidents-most = At most
incidents-words = Words
incidents-is-denied = Denied
incidents-yes = yes
incidents-low-by = Low ({ $rule })
incidents-best-by = Best ({ $rule })
incidents-high-by = High ({ $rule })
progress-state = State
progress-state-open = not begun
progress-state-work = in work
progress-state-handed-in = handed in
progress-marks = Marks
progress-handed-in-on = Handed in on
progress-last-change = Last change
failed-export = Postil made a mistake at { $name }
failed-export-hint = No article and no mark was changed by it. Try another format, and tell us
command-import-marks = Import marks…
    .hint = Takes marks in that Postil exported as NDJSON or W3C annotations, with their ids and times
    .also = ndjson w3c jsonld take in
dialog-marks = Import marks
dialog-filter-exports = Exports of marks
title-import = Import marks
import-from = From { $name }
import-part = { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    } by { $person } on { $from }, into { $to }
import-part-nowhere = { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    } by { $person } on { $from }: no such article is here
import-unread = { $count ->
        [one] { $count } line cannot be sorted and comes not in
       *[other] { $count } lines cannot be sorted and come not in
    }
import-as-authors = Each as a layer of its author
import-as-mine = All as marks of { $person }
import-goes = Goes into { $name }, beside the article
import-goes-many = Goes into { $name } and { $count ->
        [one] { $count } file more
       *[other] { $count } files more
    }, beside the articles
import-does = Import
import-taken = { $new ->
        [one] { $new } mark came in
       *[other] { $new } marks came in
    }, { $renewed } renewed, { $same } there already
import-taken-none = No mark came in
import-taken-hint = Each was placed by its words. Your own can be taken back by Undo; others’ layers have an earlier state
import-hint-format = Export with the format NDJSON or W3C annotations
import-fault-host = “{ $name }” cannot be read: { $reason }
import-fault-none = “{ $name }” holds no marks that Postil exported
import-fault-no-article = “{ $name }” is not here
