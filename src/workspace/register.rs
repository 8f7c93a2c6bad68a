//! The register of the person at work in the folder that is open: what is done to it counts in the folder at
//! once.

use super::Workspace;
use crate::host::Host;
use crate::layer::Annotator;
use crate::library::{Library, root_of};
use crate::session::history::Way;
use crate::session::{
    ActionError, FolderAction, FolderDesk, FolderError, FolderLabel, FolderSaveJob, FolderSaveResult,
    SaveError,
};

/// The register of a person in a folder, opened where another one is.
fn desk_of<'a>(
    register: &'a mut Option<FolderDesk>,
    library: &Library,
    me: &Annotator,
) -> &'a mut FolderDesk {
    let is_its = |desk: &FolderDesk| desk.root() == library.root() && desk.annotator().id == me.id;
    let known = register.take().filter(is_its);
    let open = || FolderDesk::among(library.root(), me.clone(), library.register_files());
    register.insert(known.unwrap_or_else(open))
}

impl Workspace {
    /// The register, once something was done to it.
    pub fn register(&self) -> Option<&FolderDesk> {
        self.register.as_ref()
    }

    /// Does something about the folder, as this person.
    pub fn perform_in_folder(
        &mut self,
        action: &FolderAction,
        me: &Annotator,
        host: &mut dyn Host,
    ) -> Result<(), ActionError> {
        let library = self.library.as_ref().ok_or(ActionError::Folder(FolderError::NoFolder))?;
        desk_of(&mut self.register, library, me).perform(action, library, host)?;
        self.show_register();
        Ok(())
    }

    /// Keeps what was refused in the article that is looked at, in the register of its folder, open or not; what
    /// has to be written for that.
    pub fn keep_refused(
        &mut self,
        me: &Annotator,
        host: &mut dyn Host,
    ) -> Result<Option<FolderSaveJob>, ActionError> {
        let Some(session) = self.active_mut() else { return Ok(None) };
        let (refused, article) = (session.take_refused(), session.path().to_owned());
        if refused.is_empty() {
            return Ok(None);
        }
        let library = self.library.as_ref().filter(|library| library.path_of(&article).is_some());
        let Some(library) = library else {
            let root = root_of(&article, host);
            let unread = |error| ActionError::Save(SaveError { layer: root.clone(), error });
            let mut desk = FolderDesk::open(&root, me.clone(), host).map_err(unread)?;
            desk.keep_refused(refused, host)?;
            return Ok(desk.start_save(host.now()));
        };
        desk_of(&mut self.register, library, me).keep_refused(refused, host)?;
        self.show_register();
        Ok(self.start_register_save(host))
    }

    /// Takes the last step in the folder back, or does it again.
    pub fn step_in_folder(&mut self, way: Way) -> Result<FolderLabel, ActionError> {
        let label = self.register.as_mut().ok_or(ActionError::NoStep(way))?.step(way)?;
        self.show_register();
        Ok(label)
    }

    /// Whether a step in the folder can be taken back, and whether one can be done again.
    pub fn steps_in_folder(&self) -> (bool, bool) {
        let Some(desk) = &self.register else { return (false, false) };
        (desk.undo_label().is_some(), desk.redo_label().is_some())
    }

    /// What has to be written of the register, if anything.
    pub fn start_register_save(&mut self, host: &dyn Host) -> Option<FolderSaveJob> {
        self.register.as_mut()?.start_save(host.now())
    }

    /// Takes over what a save found and did; why it failed, if it did.
    pub fn finish_register_save(&mut self, result: FolderSaveResult) -> Option<SaveError> {
        let desk = self.register.as_mut();
        // Otherwise the folder was left meanwhile or is not open, and the file is written.
        let Some(desk) = desk.filter(|desk| result.path().parent() == Some(desk.root())) else {
            return result.error();
        };
        desk.finish_save(result);
        let error = desk.save_error().cloned();
        self.show_register();
        error
    }

    /// Takes over what others wrote into the register; leaves it where the folder is another one.
    pub(super) fn follow_register(&mut self) {
        let Some(library) = &self.library else {
            self.register = None;
            return;
        };
        self.register.take_if(|desk| desk.root() != library.root());
        if let Some(desk) = &mut self.register {
            desk.follow(library.register_files());
        }
        self.show_register();
    }

    fn show_register(&mut self) {
        let mine = self.register.as_ref().and_then(|desk| desk.layer().cloned());
        self.library.iter_mut().for_each(|library| library.set_my_register(mine.clone()));
    }
}
