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

## A card for an article

card-not-opened = Cannot be opened: { $reason }
card-not-read = Cannot be read: { $reason }
card-marks = { $count } { $tag }
card-untagged =
    { $count ->
        [one] mark without a tag
       *[other] marks without a tag
    }
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
